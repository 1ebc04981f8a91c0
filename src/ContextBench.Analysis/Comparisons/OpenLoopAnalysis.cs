using ContextBench.Analysis.Launches;
using ContextBench.Analysis.Results;
using ContextBench.Analysis.Validity;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Records;
using ContextBench.Statistics;

namespace ContextBench.Analysis.Comparisons;

/// <summary>
/// Compares latencies at a constant rate: quantiles of windows, round by round; launches count the same, since nothing
/// within a launch tells how good its quantiles are.
/// </summary>
internal sealed class OpenLoopAnalysis
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

    private readonly EnvironmentManifest _environment;
    private readonly TierPlan _tier;
    private readonly Contrast _contrast;
    private readonly IReadOnlyList<WindowLaunch> _launches;
    private readonly LaunchTally _tally;

    public OpenLoopAnalysis(
        EnvironmentManifest environment, TierPlan tier, IReadOnlyCollection<Observation> observations,
        Contrast contrast)
    {
        _environment = environment;
        _tier = tier;
        _contrast = contrast;
        _launches = WindowLaunch.From(observations, tier.Tier);
        _tally = new LaunchTally(tier, observations, _launches.Count);
    }

    public TierResult Report()
    {
        // A latency below 0 has no logarithm, and nothing else of its window can be trusted.
        var cannotTell = _launches.Count < OverheadEstimate.FewestLaunches
            || _launches.Any(launch => launch.BackwardWindows > 0);
        TestedMetric[] tested = cannotTell
            ? []
            : [.. Quantiles.Where(IsTold).Select(quantile => Test(quantile.Metric, quantile.Of))];
        var judged = tested.LastOrDefault(metric => metric.Name != Metric.P999);
        Finding[] findings = [.. Check(tested, judged).OfType<Finding>()];
        var isInvalid = findings.Any(finding => finding.IsInvalid);
        var factory = new ComparisonFactory(
            _environment, _tier, _contrast, _launches.Count, isInvalid, judged?.Name ?? Metric.P99);
        return new TierResult
        {
            Plan = _tier,
            Study = _contrast.Study,
            Load = _environment.Plan.Load,
            Comparisons =
            [
                .. from candidate in _contrast.Candidates
                   from metric in tested
                   select factory.Tested(candidate, metric),
            ],
            CountedLaunches = _launches.Count,
            IsInvalid = isInvalid,
            JudgedMetric = judged?.Name ?? Metric.P99,
            ReachedShare = ReachedShare,
            MostSteal = _launches.Max(launch => launch.Record.StealShare),
            Launches = [.. tested.SelectMany(metric => metric.ValuesOf(Records))],
            Warnings = [.. findings.Select(finding => finding.Warning), .. Warnings()],
        };
    }

    private LaunchObservation[] Records => [.. _launches.Select(launch => launch.Record)];

    private TestedMetric Test(string name, Func<WindowObservation, long> quantile) => new(
        name,
        _launches.Average(launch => launch.QuantileUs(quantile, _contrast.Baseline)),
        _contrast,
        candidate => [.. _launches.Select(launch =>
            LaunchEstimate.OfOne(launch.LogRatio(quantile, _contrast.Baseline, candidate)))]);

    private bool IsTold((string Metric, double Share, Func<WindowObservation, long> Of) quantile) =>
        _launches[0].Record.SliceOperations * (1 - quantile.Share) >= FewestBeyond - 1e-9;

    // The generator spins, so that its CPU time says nothing; and a launch has no error of its own.
    private IEnumerable<Finding?> Check(IReadOnlyList<TestedMetric> tested, TestedMetric? judged)
    {
        yield return FaultCheck.Of(_tally.Finished, _launches.Count);
        yield return ClockCheck.Of([.. _launches.Select(launch => launch.BackwardWindows)], "windows");
        yield return SteadyCheck.Of(Records);
        yield return RateCheck.Of(ReachedShare);
        foreach (var metric in tested)
            yield return NoiseFloorCheck.Of(metric.Name, metric.Control, isJudged: metric == judged);
    }

    private IEnumerable<Warning> Warnings()
    {
        foreach (var warning in _tally.Warnings())
            yield return warning;
        if (_launches.Count > 0)
        {
            foreach (var quantile in Quantiles.Where(quantile => !IsTold(quantile)))
                yield return Warning.TooFewRequests(quantile.Metric, _launches[0].Record.SliceOperations);
        }
    }

    // Of the variant that reached the least: the server was to serve all of them at the rate.
    private double? ReachedShare => _launches.Count == 0
        ? null
        : _launches.SelectMany(launch => launch.Windows)
            .GroupBy(window => window.Variant)
            .Min(windows =>
                windows.Sum(window => window.Requests / window.RatePerSecond)
                    / windows.Sum(window => window.Requests / window.ReachedPerSecond));
}
