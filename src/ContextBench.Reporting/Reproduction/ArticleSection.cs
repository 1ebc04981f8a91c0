namespace ContextBench.Reporting.Reproduction;

/// <summary>The table of the article's point.</summary>
internal static class ArticleSection
{
    /// <summary>Its blocks; none where the point was not measured.</summary>
    /// <param name="report">The reproduction.</param>
    public static IEnumerable<Block> Of(ReproductionReport report)
    {
        var point = ReproductionPoint.Article;
        var parts = report.Parts.Where(part => part.Point == point).ToArray();
        return parts is []
            ? []
            :
            [
                new Heading($"{point.Name}: {point.Summary}") { IsBackground = true },
                ReproductionTable.OfArticle(parts) with { IsBackground = true }, // wider than a terminal
            ];
    }
}
