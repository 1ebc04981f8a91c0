namespace ContextBench.Reporting.Reproduction;

/// <summary>A row of a table of what was compared: its cells, as text.</summary>
/// <param name="Runtime">The runtime, or the article.</param>
/// <param name="Compared">What is compared with what.</param>
/// <param name="Cost">What that shows.</param>
/// <param name="Verdict">What it means.</param>
internal sealed record ComparedRow(string Runtime, string Compared, ComparedCost Cost, string Verdict)
{
    /// <summary>The number of nested async methods, where a table has several.</summary>
    public string Depth { get; private init; } = Figures.None;

    /// <summary>Promises a request.</summary>
    public string Promises { get; private init; } = Figures.None;

    /// <summary>Launches that count.</summary>
    public string Launches { get; private init; } = Figures.None;

    /// <summary>The A/A comparison.</summary>
    public string Control { get; private init; } = Figures.None;

    /// <summary>The article's own row.</summary>
    /// <param name="isAtItsPoint">Whether the others are as expensive as the article's requests.</param>
    public static ComparedRow OfArticle(bool isAtItsPoint) => new(
        $"*the article{(isAtItsPoint ? "" : ", at its own point")}: " +
        $"{Figures.Plain(Article.ClassicPerSecond)} and {Figures.Plain(Article.AmbientPerSecond)} requests/s*",
        ReproductionWording.Pair("no-id", "als"),
        new(
            Figures.Value(Article.RequestUs), Figures.Difference(Article.DifferenceUs, "µs"), Figures.None,
            Figures.Percent(Article.OverheadPercent), Figures.None),
        "no interval: one run of 30 s an arm");

    /// <summary>The rows of a part: one a pair, or one that says why there is none.</summary>
    /// <param name="part">The part.</param>
    /// <param name="pairs">Its pairs.</param>
    public static IEnumerable<ComparedRow> Of(ReproductionPart part, IEnumerable<Comparison> pairs) => pairs
        .Select(total => new ComparedRow(
            part.Name, ReproductionWording.Pair(total), ComparedCost.Of(total),
            Wording.Of(total, part.Environment.Plan.Study))
        {
            Launches = Figures.Count(total.Launches),
            Control = part.AgainstClassic.Control is { } control
                ? $"{Figures.Percent(control.OverheadPercent)} {Figures.Interval(control.Low, control.High)}"
                : Figures.None,
        })
        .DefaultIfEmpty(new ComparedRow(
            part.Name, "no comparison", ComparedCost.None, Wording.WithoutComparison(part.AgainstClassic))
        {
            Launches = Figures.Count(part.AgainstClassic.CountedLaunches),
        })
        .Select(row => row with
        {
            Depth = $"{part.Point.Depth}",
            Promises = part.Environment.Plan.PromisesPerRequest is { } count ? Figures.Plain(count) : Figures.None,
        });
}

/// <summary>What a comparison shows, as text.</summary>
/// <param name="Baseline">What a request of the baseline costs, in µs.</param>
/// <param name="Difference">What the candidate's costs more, in µs.</param>
/// <param name="DifferenceInterval">The 95 % interval of that.</param>
/// <param name="Overhead">The overhead, in percent.</param>
/// <param name="Interval">The 95 % interval of that.</param>
internal sealed record ComparedCost(
    string Baseline, string Difference, string DifferenceInterval, string Overhead, string Interval)
{
    /// <summary>Of no comparison.</summary>
    public static ComparedCost None { get; } =
        new(Figures.None, Figures.None, Figures.None, Figures.None, Figures.None);

    /// <summary>Writes a comparison down.</summary>
    /// <param name="total">The comparison, in <see cref="Metric.Total"/>.</param>
    public static ComparedCost Of(Comparison total) => new(
        Figures.Value(total.BaselineValue), Figures.Difference(total.Difference, "µs"),
        ReproductionWording.IntervalUs(total.DifferenceLow, total.DifferenceHigh),
        Figures.Percent(total.OverheadPercent), Figures.Interval(total.Low, total.High));
}
