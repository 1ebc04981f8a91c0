namespace ContextBench.Analysis.Reproduction;

/// <summary>A runtime's overhead against what a request of the emails costs: a curve of a chart.</summary>
/// <param name="Name">The runtime, for people.</param>
/// <param name="Baseline">What the ambient variant is compared with.</param>
/// <param name="Candidate">The ambient variant.</param>
/// <param name="Points">The measured points, by what a request costs.</param>
public sealed record OverheadCurve(
    string Name, string Baseline, string Candidate, IReadOnlyList<OverheadPoint> Points)
{
    /// <summary>
    /// The curves of a reproduction, in the order of its parts; none without a comparison, and no point of a part in
    /// which a validity check fired.
    /// </summary>
    /// <param name="report">The reproduction.</param>
    public static IReadOnlyList<OverheadCurve> Of(ReproductionReport report)
    {
        // A runtime's first ambient variant is the idiomatic one.
        var curves =
            from part in report.Parts
            where !(part.Point.IsArticlesOwn || part.AgainstClassic.IsInvalid)
            let total = part.Pairs.FirstOrDefault(pair => pair.Baseline == part.Environment.Plan.Study.Baseline)
            where total is not null
            let point = new OverheadPoint(
                total.BaselineValue, total.OverheadPercent!.Value, total.Low!.Value, total.High!.Value)
            group point by (part.Name, total.Baseline, total.Candidate) into points
            select new OverheadCurve(
                points.Key.Name, points.Key.Baseline, points.Key.Candidate,
                [.. points.OrderBy(point => point.RequestUs)]);
        return [.. curves];
    }
}

/// <summary>A measured point of a curve.</summary>
/// <param name="RequestUs">What a request of the baseline costs, in µs; above 0.</param>
/// <param name="Percent">The overhead, in percent of that.</param>
/// <param name="Low">The lower bound of its 95 % interval, in percent.</param>
/// <param name="High">The upper bound.</param>
public sealed record OverheadPoint(double RequestUs, double Percent, double Low, double High);
