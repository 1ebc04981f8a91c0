namespace ContextBench.Reporting.Reproduction;

/// <summary>
/// What the context costs by what a request costs: measured of the emails' request, as all first reproductions are.
/// </summary>
internal static class CostSection
{
    // The two that the article is about first: where it is, and where most requests of a benchmark are.
    private static readonly ReproductionPoint[] Points =
        [ReproductionPoint.Small, ReproductionPoint.OperatingPoint, ReproductionPoint.HalfWay];

    /// <summary>What it says first.</summary>
    /// <param name="report">A reproduction with parts of the emails' request.</param>
    public static IEnumerable<string> AnswersOf(ReproductionReport report)
    {
        var parts = report.Parts.Where(part => part.Point == ReproductionPoint.OperatingPoint).ToArray();
        var articles = parts.Where(part => part.Environment.RuntimeName() == ArticleAnswers.Runtime).ToArray();
        var answers =
            from part in articles
            from total in part.Pairs
            select ReproductionWording.BesideArticle(part, total);
        var others =
            from part in parts.Except(articles)
            let study = part.Environment.Plan.Study
            from total in part.Pairs
            where total.Baseline == study.Baseline
            select $"{ReproductionWording.Answer(part, total)}: {Wording.Of(total, study)}.";
        return report.HasArticlesOwn
            ? answers.Concat(others)
            : answers
                .DefaultIfEmpty($"No answer for Node.js 14: no comparison at {ReproductionPoint.OperatingPoint.Name}.")
                .Concat(others);
    }

    /// <summary>Its chart.</summary>
    /// <param name="report">A reproduction with parts of the emails' request.</param>
    public static IEnumerable<Block> ChartOf(ReproductionReport report) =>
    [
        new Figure(
            ReproductionChart.FileName, "Overhead against the cost of a request, a curve a runtime",
            output => ReproductionChart.Write(report, output)),
        new Paragraph(
            "Bars are 95 % intervals. Where one goes on below the axis, its point is open and an arrow stands at its " +
            "end: 0 and less have no place on a logarithmic axis. Parts that are `Invalid` are not drawn.")
        {
            IsBackground = true,
        },
    ];

    /// <summary>Its tables, one a point.</summary>
    /// <param name="report">A reproduction with parts of the emails' request.</param>
    public static IEnumerable<Block> Of(ReproductionReport report) =>
        from point in Points
        let parts = report.Parts.Where(part => part.Point == point).ToArray()
        where parts is not [] || !report.HasArticlesOwn
        from block in new Block[]
        {
            new Heading($"{point.Name}: {point.Summary}"),
            parts is [] ? new Paragraph("Not measured.") : ReproductionTable.OfCost(point, parts),
        }
        select block;
}
