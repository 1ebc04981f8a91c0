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

    private readonly string _runtime;
    private readonly RunPlan _plan;
    private readonly TierPlan _tier;
    private readonly IReadOnlyList<LaunchObservation> _records;
    private readonly IReadOnlyList<CountedLaunch> _launches;

    public TierAnalysis(EnvironmentManifest environment, TierPlan tier, IReadOnlyCollection<Observation> observations)
    {
        _runtime = environment.RuntimeName();
        _plan = environment.Plan;
        _tier = tier;
        _records = [.. observations.OfType<LaunchObservation>().Where(launch => launch.Tier == tier.Tier)];
        _launches = CountedLaunch.From(observations, tier.Tier);
    }

    public TierReport Report()
    {
        var hasEstimates = _launches.Count >= FewestLaunches;
        var control = hasEstimates ? Estimate(VariantCatalogue.Control.Name) : null;
        var outcome = control is null
            ? ControlOutcome.Clean
            : ControlCheck.Decide(control, new Margin(_plan.MarginPercent));
        var isInvalid = outcome == ControlOutcome.BeyondMargin
            || (!hasEstimates && _records.Any(record => record.Fault is not null));
        var comparisons = hasEstimates
            ? new ComparisonTable(_runtime, _plan, _tier, _launches, isInvalid).Build()
            : [];
        return new TierReport
        {
            Plan = _tier,
            Comparisons = comparisons,
            CountedLaunches = _launches.Count,
            IsInvalid = isInvalid,
            BusyShare = Median(launch => launch.BusyShare),
            GeneratorCpuUs = HasGenerator ? Median(launch => launch.GeneratorCpuUs) : null,
            MostSteal = _launches.Max(launch => launch.Record.StealShare),
            Warnings = [.. Warnings(outcome)],
            LaunchesNeeded = LaunchesStillNeeded(comparisons),
        };
    }

    private bool HasGenerator => TierCatalogue.Get(_tier.Tier).IsServer;

    private OverheadEstimate Estimate(string candidate) => OverheadEstimate.FromLaunches(
        [.. _launches.Select(launch =>
            launch.Estimate(batch => batch.ElapsedNs, VariantCatalogue.Baseline.Name, candidate).LogRatio)]);

    private int? LaunchesStillNeeded(IReadOnlyList<Comparison> comparisons)
    {
        var headline = comparisons.FirstOrDefault(comparison =>
            comparison.Candidate != VariantCatalogue.Control.Name && comparison.Metric == Metric.Time);
        return headline?.Verdict == Verdict.Inconclusive
            ? LaunchesNeeded.ForVerdict(
                Estimate(headline.Candidate), new Margin(_plan.MarginPercent),
                neverEquivalent: headline.Warnings.Contains(Warning.Tail))
            : null;
    }

    private IEnumerable<Warning> Warnings(ControlOutcome outcome)
    {
        var faulted = _records.Where(record => record.Fault is not null).ToArray();
        if (faulted.Length > 0)
            yield return Warning.Faulted(faulted.Length, _records.Count, faulted[^1].Fault!);
        if (_records.Count < _tier.Launches)
            yield return Warning.Unfinished(_records.Count, _tier.Launches);

        var notSteady = _launches.Count(launch => !launch.Record.Steady);
        if (notSteady > 0)
            yield return Warning.NotSteady(notSteady, _launches.Count);

        var limited = HasGenerator ? _launches.Count(launch => launch.GeneratorCpuUs > launch.UnderTestCpuUs) : 0;
        if (limited > 0)
            yield return Warning.GeneratorLimited(limited, _launches.Count);
        if (Median(launch => launch.BusyShare) is { } busy && busy < LeastBusyShare)
            yield return Warning.Idle(busy);

        if (outcome == ControlOutcome.ExcludesZero)
            yield return Warning.ControlExcludesZero;
        if (outcome == ControlOutcome.BeyondMargin)
            yield return Warning.ControlBeyondMargin;
    }

    private double? Median(Func<CountedLaunch, double> value)
    {
        var sorted = _launches.Select(value).Order().ToArray();
        return sorted.Length == 0 ? null : sorted[sorted.Length / 2];
    }
}
