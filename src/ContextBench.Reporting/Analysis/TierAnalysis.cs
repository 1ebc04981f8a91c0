using ContextBench.Handlers;
using ContextBench.Measurement.Machine;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Runs;
using ContextBench.Measurement.Tiers;
using ContextBench.Statistics;

namespace ContextBench.Reporting.Analysis;

/// <summary>Compares every variant of a tier with the baseline and checks that the tier may be judged.</summary>
internal sealed class TierAnalysis
{
    private const int FewestLaunches = 2; // an interval needs a spread
    private const double LeastBusyShare = 0.8;

    private const double LeastUsableCpuShare = 0.9;

    private readonly EnvironmentManifest _environment;
    private readonly RunPlan _plan;
    private readonly TierPlan _tier;
    private readonly Margin _margin;
    private readonly IReadOnlyList<LaunchObservation> _records;
    private readonly IReadOnlyList<CountedLaunch> _launches;

    public TierAnalysis(EnvironmentManifest environment, TierPlan tier, IReadOnlyCollection<Observation> observations)
    {
        _environment = environment;
        _plan = environment.Plan;
        _tier = tier;
        _margin = new Margin(_plan.MarginPercent);
        _records = [.. observations.OfType<LaunchObservation>().Where(launch => launch.Tier == tier.Tier)];
        _launches = CountedLaunch.From(observations, tier.Tier);
    }

    public TierReport Report()
    {
        var time = Test(Metric.Time, batch => batch.ElapsedNs);
        var cpu = _launches.All(launch => launch.UsableCpuShare >= LeastUsableCpuShare)
            ? Test(Metric.Cpu, batch => batch.CpuNs)
            : null;
        var isInvalid = time?.Control == ControlOutcome.BeyondMargin || IsGivenUp || (time is null && HasFaults);
        var comparisons = time is null
            ? []
            : new ComparisonTable(_environment.RuntimeName(), _plan, _tier, _launches, isInvalid).Build(time, cpu);
        return new TierReport
        {
            Plan = _tier,
            Comparisons = comparisons,
            CountedLaunches = _launches.Count,
            SliceOperations = (int)(MedianOf(launch => launch.Record.SliceOperations) ?? _tier.SliceOperations),
            IsInvalid = isInvalid,
            BusyShare = MedianOf(launch => launch.BusyShare),
            GeneratorCpuUs = HasGenerator ? MedianOf(launch => launch.GeneratorCpuUs) : null,
            MostSteal = _launches.Max(launch => launch.Record.StealShare),
            Warnings = [.. Warnings(time, cpu)],
            LaunchesNeeded = LaunchesStillNeeded(comparisons, time),
        };
    }

    private bool HasGenerator => TierCatalogue.Get(_tier.Tier).IsServer;

    private bool HasFaults => _records.Any(record => record.Fault is not null);

    // A run that ends with that many faults in a row was given up.
    private bool IsGivenUp =>
        _records.Count >= Runner.MostFaultsInARow
        && _records.TakeLast(Runner.MostFaultsInARow).All(record => record.Fault is not null);

    private TestedMetric? Test(string metric, SliceCosts costs)
    {
        var candidates = _plan.Variants.Where(variant => variant != VariantCatalogue.Baseline.Name).ToArray();
        return _launches.Count < FewestLaunches
            ? null
            : new TestedMetric(metric, costs, _launches, candidates, _margin);
    }

    private int? LaunchesStillNeeded(IReadOnlyList<Comparison> comparisons, TestedMetric? time)
    {
        var headline = comparisons.FirstOrDefault(comparison =>
            comparison.Candidate != VariantCatalogue.Control.Name && comparison.Metric == Metric.Time);
        if (headline?.Verdict != Verdict.Inconclusive || time is null)
            return null;

        var overhead = time[headline.Candidate];
        return LaunchesNeeded.ForVerdict(overhead.Estimate, _margin, neverEquivalent: overhead.HasTail);
    }

    private IEnumerable<Warning> Warnings(TestedMetric? time, TestedMetric? cpu)
    {
        var faulted = _records.Where(record => record.Fault is not null).ToArray();
        if (faulted.Length > 0)
            yield return Warning.Faulted(faulted.Length, _records.Count, faulted[^1].Fault!);
        var incomplete = _records.Count - faulted.Length - _launches.Count;
        if (incomplete > 0)
            yield return Warning.Incomplete(incomplete, _records.Count);
        if (_records.Count < _tier.Launches)
            yield return Warning.Unfinished(_records.Count, _tier.Launches);

        var notSteady = _launches.Count(launch => !launch.Record.Steady);
        if (notSteady > 0)
            yield return Warning.NotSteady(notSteady, _launches.Count);

        var limited = HasGenerator ? _launches.Count(launch => launch.GeneratorCpuUs > launch.UnderTestCpuUs) : 0;
        if (limited > 0)
            yield return Warning.GeneratorLimited(limited, _launches.Count);
        if (MedianOf(launch => launch.BusyShare) is { } busy && busy < LeastBusyShare)
            yield return Warning.Idle(busy);
        if (time is not null && cpu is null)
            yield return Warning.CoarseCpuClock;

        foreach (var metric in new[] { time, cpu }.OfType<TestedMetric>())
        {
            if (metric.Control == ControlOutcome.ExcludesZero)
                yield return Warning.ControlExcludesZero(metric.Name);
            if (metric.Control == ControlOutcome.BeyondMargin)
                yield return Warning.ControlBeyondMargin(metric.Name);
        }
    }

    private double? MedianOf(Func<CountedLaunch, double> value) =>
        _launches.Count == 0 ? null : Median.Of(_launches.Select(value));
}
