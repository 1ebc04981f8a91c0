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
    private static readonly (string Metric, double Share, Func<WindowObservation, long> Of)[] Quantiles =
    [
        (Metric.P50, 0.5, window => window.P50Ns),
        (Metric.P90, 0.9, window => window.P90Ns),
        (Metric.P99, 0.99, window => window.P99Ns),
        (Metric.P999, 0.999, window => window.P999Ns),
    ];

    public override TierResult Report()
    {
        // A latency below 0 has no logarithm, and nothing else of its window can be trusted.
        TestedMetric[] tested = !HasEnough || Launches.Any(launch => launch.BackwardWindows > 0)
            ? []
            : [.. Quantiles.Where(IsTold).Select(quantile => Test(quantile.Metric, quantile.Of))];
        var judged = tested.LastOrDefault(metric => metric.Name != Metric.P999);
        return Result(
            tested, Check(tested, judged),
            factory =>
                from candidate in Contrast.Candidates
                from metric in tested
                select factory.Tested(candidate, metric),
            Launches.Count == 0 ? [] : Quantiles.Where(quantile => !IsTold(quantile)).Select(quantile =>
                Warning.TooFewRequests(quantile.Metric, Launches[0].Record.SliceOperations)),
            judged?.Name ?? Metric.P99) with
        {
            ReachedShare = ReachedShare,
        };
    }

    private TestedMetric Test(string name, Func<WindowObservation, long> quantile) => new(
        name,
        Launches.Average(launch => launch.QuantileUs(quantile, Contrast.Baseline)),
        Contrast,
        candidate => [.. Launches.Select(launch =>
            LaunchEstimate.OfOne(launch.LogRatio(quantile, Contrast.Baseline, candidate)))]);

    private bool IsTold((string Metric, double Share, Func<WindowObservation, long> Of) quantile) =>
        Launches[0].Record.SliceOperations * (1 - quantile.Share) >= FewestBeyond - 1e-9;

    // The generator spins, so that its CPU time says nothing; and a launch has no error of its own.
    private IEnumerable<Finding?> Check(IReadOnlyList<TestedMetric> tested, TestedMetric? judged)
    {
        yield return ClockCheck.Of([.. Launches.Select(launch => launch.BackwardWindows)], "windows");
        yield return SteadyCheck.Of(Records);
        yield return RateCheck.Of(ReachedShare);
        foreach (var metric in tested)
            yield return NoiseFloorCheck.Of(metric.Name, metric.Control, isJudged: metric == judged);
    }

    // Of the variant that reached the least: the server was to serve all of them at the rate.
    private double? ReachedShare => Launches.Count == 0
        ? null
        : Launches.SelectMany(launch => launch.Windows)
            .GroupBy(window => window.Variant)
            .Min(windows =>
                windows.Sum(window => window.Requests / window.RatePerSecond)
                    / windows.Sum(window => window.Requests / window.ReachedPerSecond));
}
