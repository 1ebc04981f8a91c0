namespace ContextBench.Analysis.Reproduction;

/// <summary>What the context costs a runtime's requests, by how many nested async methods they run through.</summary>
/// <param name="Name">The runtime, for people.</param>
/// <param name="Baseline">What the ambient variant is compared with.</param>
/// <param name="Candidate">The ambient variant, the idiomatic one.</param>
/// <param name="Points">The measured points, by depth; one or more.</param>
public sealed record DepthCurve(string Name, string Baseline, string Candidate, IReadOnlyList<DepthPoint> Points)
{
    /// <summary>
    /// The straight line of the difference, in µs a request, over depth: its slope is what an await costs more. Null
    /// where fewer than two depths were measured.
    /// </summary>
    public LineFit? PerAwait => LineOver(point => point.Depth);

    /// <summary>
    /// The same line over promises a request: its slope is what a promise costs more. Null where they were not counted
    /// at every point, as on .NET, too.
    /// </summary>
    public LineFit? PerPromise => LineOver(point => point.Promises);

    /// <summary>
    /// Whether the baseline is the study's own: what the article describes. Else it is <c>no-id</c>: what it measured.
    /// </summary>
    public bool IsAgainstClassic => Baseline == Points[0].Part.Environment.Plan.Study.Baseline;

    /// <summary>The depth at which the line reaches the article's difference; null without a line.</summary>
    public LineCrossing? DepthOfArticle => PerAwait?.Reaching(Article.DifferenceUs);

    /// <summary>The promises a request at which the line reaches the article's difference; null without one.</summary>
    public LineCrossing? PromisesOfArticle => PerPromise?.Reaching(Article.DifferenceUs);

    /// <summary>
    /// The curves of a reproduction, in the order of its parts; no point of a part in which a validity check fired, and
    /// none by another engine than this project's own.
    /// </summary>
    /// <param name="report">The reproduction.</param>
    public static IReadOnlyList<DepthCurve> Of(ReproductionReport report)
    {
        var curves =
            from part in report.Parts
            where ReproductionPoint.Depths.Contains(part.Point) && part.IsPaired && !part.AgainstClassic.IsInvalid
            from total in part.IdiomaticPairs
            group new DepthPoint(part, total) by (part.Name, total.Baseline, total.Candidate) into points
            select new DepthCurve(
                points.Key.Name, points.Key.Baseline, points.Key.Candidate, [.. points.OrderBy(point => point.Depth)]);
        return [.. curves];
    }

    private LineFit? LineOver(Func<DepthPoint, double?> place)
    {
        // Launches that all say the same leave an interval without a width, of which there is no weight.
        DepthPoint[] points = [.. Points.Where(point => point.HalfWidthUs > 0)];
        return points.All(point => place(point) is not null)
            && points.Select(place).Distinct().Count() >= LineFit.FewestPoints
                ? LineFit.Of([.. points.Select(point =>
                    new LinePoint(place(point)!.Value, point.Total.Difference, point.HalfWidthUs))])
                : null;
    }
}

/// <summary>A measured point of a curve.</summary>
/// <param name="Part">The part.</param>
/// <param name="Total">The overhead that it measured, in <see cref="Metric.Total"/>.</param>
public sealed record DepthPoint(ReproductionPart Part, Comparison Total)
{
    /// <summary>The nested async methods of a request.</summary>
    public int Depth => Part.Point.Depth!.Value;

    /// <summary>Promises a request; null where they were not counted.</summary>
    public double? Promises => Part.Environment.Plan.PromisesPerRequest;

    /// <summary>Half the width of the 95 % interval of the difference, in µs.</summary>
    public double HalfWidthUs => ResidencyAgreement.HalfWidthUs(Total);

    /// <summary>Whether that interval holds 0, so that no difference is shown.</summary>
    public bool HoldsZero => Total is { DifferenceLow: <= 0, DifferenceHigh: >= 0 };
}
