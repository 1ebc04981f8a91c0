namespace ContextBench.Reporting.Reproduction;

/// <summary>The table of one point: the article's row, then a row a runtime and pair.</summary>
internal static class ReproductionTable
{
    private static readonly string[] Header =
    [
        "runtime", "compared", "baseline µs/request", "difference", "overhead", "95 % interval", "verdict", "launches",
        "A/A (control)",
    ];

    /// <summary>Writes it.</summary>
    /// <param name="point">The point.</param>
    /// <param name="parts">The parts at this point.</param>
    /// <param name="output">Where to write.</param>
    public static void Write(ReproductionPoint point, IEnumerable<ReproductionPart> parts, TextWriter output)
    {
        WriteRow(Header, output);
        output.WriteLine("| :--- | :--- | ---: | ---: | ---: | :---: | :--- | ---: | :--- |");
        if (point != ReproductionPoint.HalfWay)
            WriteRow(ArticlesRow(point), output);
        foreach (var part in parts)
        {
            foreach (var row in Rows(part))
                WriteRow(row, output);
        }
    }

    private static void WriteRow(string[] cells, TextWriter output) =>
        output.WriteLine($"| {string.Join(" | ", cells)} |");

    private static string[] ArticlesRow(ReproductionPoint point) =>
    [
        $"*the article{(point == ReproductionPoint.OperatingPoint ? "" : ", at its own point")}: " +
            $"{Figures.Plain(Article.ClassicPerSecond)} and {Figures.Plain(Article.AmbientPerSecond)} requests/s*",
        ReproductionWording.Pair("no-id", "als"),
        Figures.Value(Article.RequestUs),
        Figures.Difference(Article.DifferenceUs, "µs"),
        Figures.Percent(Article.OverheadPercent),
        Figures.None,
        "no interval: one run of 30 s an arm",
        Figures.None,
        Figures.None,
    ];

    private static IEnumerable<string[]> Rows(ReproductionPart part)
    {
        var pairs = part.Pairs.ToArray();
        if (pairs is [])
        {
            yield return
            [
                part.Name, "no comparison", Figures.None, Figures.None, Figures.None, Figures.None,
                Wording.WithoutComparison(part.AgainstClassic), Figures.Count(part.AgainstClassic.CountedLaunches),
                Figures.None,
            ];
        }

        foreach (var total in pairs)
        {
            yield return
            [
                part.Name,
                ReproductionWording.Pair(total),
                Figures.Value(total.BaselineValue),
                Figures.Difference(total.Difference, "µs"),
                Figures.Percent(total.OverheadPercent),
                Figures.Interval(total.Low, total.High),
                Wording.Of(total, part.Environment.Plan.Study),
                Figures.Count(total.Launches),
                part.AgainstClassic.Control is { } control
                    ? $"{Figures.Percent(control.OverheadPercent)} {Figures.Interval(control.Low, control.High)}"
                    : Figures.None,
            ];
        }
    }
}
