namespace ContextBench.Reporting.Reproduction;

/// <summary>What the context costs a request by how many nested async methods it runs through.</summary>
internal static class DepthSection
{
    private static readonly int ArticleDepth = ReproductionPoint.Article.Depth!.Value;

    /// <summary>Its chart and its tables; none where no depth was measured.</summary>
    /// <param name="report">The reproduction.</param>
    public static IEnumerable<Block> Of(ReproductionReport report)
    {
        var parts = report.Parts.Where(part => ReproductionPoint.Depths.Contains(part.Point)).ToArray();
        var curves = DepthCurve.Of(report);
        return parts is []
            ? []
            :
            [
                new Heading("By depth: one log line under nested async methods, no extra work"),
                new Figure(
                    DepthChart.FileName, "What the context costs a request by its depth, a curve a runtime",
                    output => DepthChart.Write(report, output)),
                new Paragraph(
                    "Bars are 95 % intervals. Points whose interval holds 0 are open, and no line leads to them. " +
                    "Parts that are `Invalid` are not drawn.")
                {
                    IsBackground = true,
                },
                .. curves is [] ? Array.Empty<Block>() : SlopesOf(curves),
                new Heading("Depth by depth", Level: 2) { IsBackground = true },
                ReproductionTable.OfDepths(parts) with { IsBackground = true }, // wider than a terminal
            ];
    }

    private static IEnumerable<Block> SlopesOf(IReadOnlyList<DepthCurve> curves) =>
    [
        new Heading("What an await and a promise cost", Level: 2),
        Table.Of(curves)
            .Words("runtime", curve => curve.Name)
            .Words("compared", curve => ReproductionWording.Pair(curve.Baseline, curve.Candidate))
            .Numbers("an await, µs", curve => ReproductionWording.Slope(curve.PerAwait))
            .Numbers("a promise, µs", curve => ReproductionWording.Slope(curve.PerPromise))
            .Numbers(
                $"{ReproductionWording.ArticleUs} at depth",
                curve => ReproductionWording.Crossing(curve.DepthOfArticle) ?? Figures.None)
            .Numbers(
                $"at depth {ArticleDepth}, µs",
                curve => curve.PerAwait is { } line
                    ? ReproductionWording.OfLine(line.At(ArticleDepth), line.IntervalAt(ArticleDepth))
                    : Figures.None),
        new Paragraph(
            "Straight lines through the differences, each weighed by its interval, and their 95 % intervals. Where " +
            "points scatter more about a line than their intervals allow, its own are widened by that, with " +
            "Student's t, " +
            $"here by {curves.Max(curve => curve.PerAwait?.ScaleFactor ?? 1):0.00} at most. " +
            "No depth is given where the slope's interval holds 0; one beyond " +
            $"{curves.Max(curve => curve.Points[^1].Depth)} is extrapolated.")
        {
            IsBackground = true,
        },
    ];
}
