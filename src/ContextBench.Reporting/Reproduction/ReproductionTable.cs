namespace ContextBench.Reporting.Reproduction;

/// <summary>The table of one point: the article's row, then a row a runtime and pair.</summary>
internal static class ReproductionTable
{
    /// <summary>Makes it.</summary>
    /// <param name="point">The point.</param>
    /// <param name="parts">The parts at this point.</param>
    public static Table Of(ReproductionPoint point, IEnumerable<ReproductionPart> parts) => Table.Of<Row>(
        [.. point == ReproductionPoint.HalfWay ? [] : new[] { OfArticle(point) }, .. parts.SelectMany(RowsOf)])
        .Words("runtime", row => row.Runtime)
        .Words("compared", row => row.Compared)
        .Numbers("baseline µs/request", row => row.Cost.Baseline)
        .Numbers("difference", row => row.Cost.Difference)
        .Numbers("overhead", row => row.Cost.Overhead)
        .Intervals("95 % interval", row => row.Cost.Interval)
        .Words("verdict", row => row.Verdict)
        .Numbers("launches", row => row.Launches)
        .Words("A/A (control)", row => row.Control);

    private static Row OfArticle(ReproductionPoint point) => new(
        $"*the article{(point == ReproductionPoint.OperatingPoint ? "" : ", at its own point")}: " +
        $"{Figures.Plain(Article.ClassicPerSecond)} and {Figures.Plain(Article.AmbientPerSecond)} requests/s*",
        ReproductionWording.Pair("no-id", "als"),
        new(
            Figures.Value(Article.RequestUs), Figures.Difference(Article.DifferenceUs, "µs"),
            Figures.Percent(Article.OverheadPercent), Figures.None),
        "no interval: one run of 30 s an arm");

    private static IEnumerable<Row> RowsOf(ReproductionPart part) => part.Pairs.Any()
        ? part.Pairs.Select(total => new Row(
            part.Name, ReproductionWording.Pair(total),
            new(
                Figures.Value(total.BaselineValue), Figures.Difference(total.Difference, "µs"),
                Figures.Percent(total.OverheadPercent), Figures.Interval(total.Low, total.High)),
            Wording.Of(total, part.Environment.Plan.Study))
        {
            Launches = Figures.Count(total.Launches),
            Control = part.AgainstClassic.Control is { } control
                ? $"{Figures.Percent(control.OverheadPercent)} {Figures.Interval(control.Low, control.High)}"
                : Figures.None,
        })
        :
        [
            new Row(
                part.Name, "no comparison", new(Figures.None, Figures.None, Figures.None, Figures.None),
                Wording.WithoutComparison(part.AgainstClassic))
            {
                Launches = Figures.Count(part.AgainstClassic.CountedLaunches),
            },
        ];

    private sealed record Row(string Runtime, string Compared, Cost Cost, string Verdict)
    {
        public string Launches { get; init; } = Figures.None;

        public string Control { get; init; } = Figures.None;
    }

    private sealed record Cost(string Baseline, string Difference, string Overhead, string Interval);
}
