using ContextBench.Measurement.Machine;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Runs;
using ContextBench.Statistics;

namespace ContextBench.Reporting.Analysis;

/// <summary>
/// Compares latencies at a constant rate: quantiles of windows, round by round; launches count the same, since nothing
/// within a launch tells how good its quantiles are.
/// </summary>
internal sealed class OpenLoopAnalysis
{
    private const int FewestLaunches = 2; // an interval needs a spread
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
    private readonly string _baseline;
    private readonly IReadOnlyList<WindowLaunch> _launches;
    private readonly LaunchTally _tally;

    public OpenLoopAnalysis(
        EnvironmentManifest environment, TierPlan tier, IReadOnlyCollection<Observation> observations, string baseline)
    {
        _environment = environment;
        _tier = tier;
        _baseline = baseline;
        _launches = WindowLaunch.From(observations, tier.Tier);
        _tally = new LaunchTally(
            tier, [.. observations.OfType<LaunchObservation>().Where(launch => launch.Tier == tier.Tier)],
            _launches.Count);
    }

    public TierReport Report()
    {
        TestedMetric[] tested = _launches.Count < FewestLaunches
            ? []
            : [.. Quantiles.Where(IsTold).Select(quantile => Test(quantile.Metric, quantile.Of))];
        var judged = tested.LastOrDefault(metric => metric.Name != Metric.P999);
        var isInvalid = judged?.Control == ControlOutcome.BeyondMargin || _tally.IsGivenUp || IsOverloaded
            || (tested.Length == 0 && _tally.HasFaults);
        var factory = new ComparisonFactory(
            _environment, _tier, _baseline, _launches.Count, isInvalid, judged?.Name ?? Metric.P99);
        return new TierReport
        {
            Plan = _tier,
            Load = _environment.Plan.Load,
            Comparisons =
            [
                .. from candidate in factory.Candidates
                   from metric in tested
                   select factory.Tested(candidate, metric),
            ],
            CountedLaunches = _launches.Count,
            IsInvalid = isInvalid,
            JudgedMetric = judged?.Name ?? Metric.P99,
            ReachedShare = ReachedShare,
            MostSteal = _launches.Max(launch => launch.Record.StealShare),
            Launches =
            [
                .. from metric in tested
                   from variant in factory.Candidates
                   from pair in _launches.Zip(metric[variant].Launches)
                   select new LaunchValue(
                       pair.First.Record.Launch, pair.First.Record.Seed, variant, metric.Name, pair.Second),
            ],
            Warnings = [.. _tally.Warnings(), .. LoadWarnings(), .. ControlWarnings.Of(tested)],
        };
    }

    private TestedMetric Test(string name, Func<WindowObservation, long> quantile) => new(
        name,
        _launches.Average(launch => launch.QuantileUs(quantile, _baseline)),
        _baseline,
        [.. _environment.Plan.Variants.Where(variant => variant != _baseline)],
        candidate =>
            [.. _launches.Select(launch => LaunchEstimate.OfOne(launch.LogRatio(quantile, _baseline, candidate)))],
        new Margin(_environment.Plan.MarginPercent));

    private bool IsTold((string Metric, double Share, Func<WindowObservation, long> Of) quantile) =>
        _launches[0].Record.SliceOperations * (1 - quantile.Share) >= FewestBeyond - 1e-9;

    private IEnumerable<Warning> LoadWarnings()
    {
        if (IsOverloaded)
            yield return Warning.RateNotReached(ReachedShare!.Value);
        if (_launches.Count > 0)
        {
            foreach (var quantile in Quantiles.Where(quantile => !IsTold(quantile)))
                yield return Warning.TooFewRequests(quantile.Metric, _launches[0].Record.SliceOperations);
        }
    }

    private bool IsOverloaded => ReachedShare < WindowObservation.ReachedShare;

    // Of the variant that reached the least: the server was to serve all of them at the rate.
    private double? ReachedShare => _launches.Count == 0
        ? null
        : _launches.SelectMany(launch => launch.Windows)
            .GroupBy(window => window.Variant)
            .Min(windows =>
                windows.Sum(window => window.Requests / window.RatePerSecond)
                    / windows.Sum(window => window.Requests / window.ReachedPerSecond));
}
