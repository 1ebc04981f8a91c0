namespace ContextBench.Analysis.Comparisons;

/// <summary>
/// Compares latencies at a constant rate: quantiles of windows, round by round; launches count the same, since nothing
/// within a launch tells how good its quantiles are.
/// </summary>
internal sealed class OpenLoopAnalysis(MeasuredTier measured)
    : LaunchAnalysis<WindowLaunch>(measured, WindowLaunch.From(measured.Observations, measured.Tier.Tier))
{
    private const int FewestBeyond = 10; // requests of a window above a quantile, or it is a matter of luck

    // The median first: it is what the others are read against. The verdict is about the 99th percentile, or the
    // highest below it that a window has requests enough for.
    private static readonly (double Share, CostMetric<WindowLaunch> Metric)[] Quantiles =
    [
        (0.5, Of(Metric.P50, window => window.P50Ns)),
        (0.9, Of(Metric.P90, window => window.P90Ns)),
        (0.99, Of(Metric.P99, window => window.P99Ns)),
        (0.999, Of(Metric.P999, window => window.P999Ns)),
    ];

    public override TierResult Report()
    {
        var told = Quantiles.Where(quantile => IsTold(quantile.Share)).Select(quantile => quantile.Metric);
        // A latency below 0 has no logarithm, and nothing else of its window can be trusted.
        var tested = Test(launch => launch.BackwardWindows > 0, told);
        var judged = tested.LastOrDefault(metric => metric.Name != Metric.P999);
        return Result(
            tested, Check(tested, judged), Launches.Count == 0 ? [] : TooFewRequests(), judged?.Name ?? Metric.P99) with
        {
            ReachedShare = ReachedShare,
        };
    }

    private static CostMetric<WindowLaunch> Of(string name, Func<WindowObservation, long> quantile) => new(
        name,
        (launch, variant) => launch.QuantileUs(quantile, variant),
        (launch, baseline, candidate) => LaunchEstimate.OfOne(launch.LogRatio(quantile, baseline, candidate)));

    private IEnumerable<Warning> TooFewRequests() =>
        from quantile in Quantiles
        where !IsTold(quantile.Share)
        select new Warning(
            "too-few-requests",
            $"{Requests} requests a window are too few for {quantile.Metric.Name}: use longer windows (--seconds)");

    private bool IsTold(double share) => Requests * (1 - share) >= FewestBeyond - 1e-9;

    private int Requests => Launches[0].Record.SliceOperations;

    // The generator spins, so that its CPU time says nothing; and a launch has no error of its own.
    private IEnumerable<Finding?> Check(IReadOnlyList<TestedMetric> tested, TestedMetric? judged) =>
    [
        ValidityChecks.ClockBackwards([.. Launches.Select(launch => launch.BackwardWindows)], "windows"),
        ValidityChecks.NotSteady(Records),
        ValidityChecks.RateNotReached(ReachedShare),
        .. tested.Select(metric =>
            ValidityChecks.NoiseFloor(metric.Name, metric.Control, isJudged: metric == judged)),
    ];

    // Of the variant that reached the least: the server was to serve all of them at the rate.
    private double? ReachedShare => Launches.Count == 0
        ? null
        : Launches.SelectMany(launch => launch.Windows)
            .GroupBy(window => window.Variant)
            .Min(windows =>
                windows.Sum(window => window.Requests / window.RatePerSecond)
                    / windows.Sum(window => window.Requests / window.ReachedPerSecond));
}
