namespace ContextBench.Analysis.Micro;

/// <summary>A benchmark against the baseline of its class, launch by launch.</summary>
/// <remarks>
/// A launch gives one log-ratio, of its two medians; the interval is Student's t on those. Nothing is trimmed.
/// </remarks>
/// <param name="Baseline">The baseline.</param>
/// <param name="Candidate">The candidate.</param>
/// <param name="Pairs">The launches of both, one or more.</param>
public sealed record MicroComparison(
    MicroCase Baseline, MicroCase Candidate, IReadOnlyList<(MicroLaunch Baseline, MicroLaunch Candidate)> Pairs)
{
    /// <summary>The geometric mean of the baseline's paired launches, in ns an operation.</summary>
    public double BaselineNs => MicroLaunch.MeanOf(Pairs.Select(pair => pair.Baseline));

    /// <summary>
    /// The overhead: the geometric mean of the launches' ratios candidate / baseline, minus one, in percent; the
    /// quotient of the two means.
    /// </summary>
    public double Percent => OverheadEstimate.ToPercent(LogRatios.Average());

    /// <summary>The lower bound of its 95 % interval; null for a single launch.</summary>
    public double? Low => Interval?.Low;

    /// <summary>The upper bound of its 95 % interval; null for a single launch.</summary>
    public double? High => Interval?.High;

    /// <summary>The launches that are paired.</summary>
    public int Launches => Pairs.Count;

    /// <summary>Launches of only one of the two, which are left out.</summary>
    public IReadOnlyList<string> Unpaired =>
    [
        .. Baseline.Launches.Concat(Candidate.Launches)
            .Select(launch => launch.Id)
            .Except(Pairs.Select(pair => pair.Baseline.Id))
            .Order(StringComparer.Ordinal),
    ];

    private double[] LogRatios =>
        [.. Pairs.Select(pair => Math.Log(pair.Candidate.Nanoseconds / pair.Baseline.Nanoseconds))];

    private Interval? Interval => Pairs.Count < OverheadEstimate.FewestLaunches
        ? null
        : OverheadEstimate.FromLaunches(LogRatios).At(VerdictRule.DifferenceConfidence)
            .Select(OverheadEstimate.ToPercent);

    /// <summary>Compares two benchmarks.</summary>
    /// <returns>The comparison, or null where no launch has both.</returns>
    public static MicroComparison? Of(MicroCase baseline, MicroCase candidate)
    {
        (MicroLaunch, MicroLaunch)[] pairs =
        [
            .. from one in baseline.Launches
               join other in candidate.Launches on one.Id equals other.Id
               select (one, other),
        ];
        return pairs.Length > 0 ? new MicroComparison(baseline, candidate, pairs) : null;
    }
}
