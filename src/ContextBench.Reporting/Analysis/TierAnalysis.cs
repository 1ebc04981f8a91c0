using ContextBench.Handlers;
using ContextBench.Measurement.Launches;
using ContextBench.Measurement.Machine;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Runs;
using ContextBench.Measurement.Tiers;
using ContextBench.Reporting.Validity;
using ContextBench.Statistics;

namespace ContextBench.Reporting.Analysis;

/// <summary>Compares every variant of a tier with the baseline and checks that the tier may be judged.</summary>
internal sealed class TierAnalysis
{
    private const double LeastUsableCpuShare = 0.9;

    private readonly EnvironmentManifest _environment;
    private readonly RunPlan _plan;
    private readonly TierPlan _tier;
    private readonly string _baseline;
    private readonly Margin _margin;
    private readonly LaunchTally _tally;
    private readonly IReadOnlyList<CountedLaunch> _launches;

    public TierAnalysis(
        EnvironmentManifest environment, TierPlan tier, IReadOnlyCollection<Observation> observations, string baseline)
    {
        _baseline = baseline;
        _environment = environment;
        _plan = environment.Plan;
        _tier = tier;
        _margin = new Margin(_plan.MarginPercent);
        _launches = CountedLaunch.From(observations, tier.Tier);
        _tally = new LaunchTally(tier, observations, _launches.Count);
    }

    public TierReport Report()
    {
        var tested = Test();
        Finding[] findings = [.. Check(tested).OfType<Finding>()];
        var isInvalid = findings.Any(finding => finding.IsInvalid);
        var drift = DriftOfHeadline();
        var predecessors = Predecessors();
        var comparisons = tested.Count == 0
            ? []
            : new ComparisonTable(
                new ComparisonFactory(_environment, _tier, _baseline, _launches.Count, isInvalid), _baseline, _launches,
                IsApart).Build(tested);
        return new TierReport
        {
            Plan = _tier,
            Load = _plan.Load,
            Comparisons = comparisons,
            CountedLaunches = _launches.Count,
            SliceOperations = (int)(MedianOf(launch => launch.Record.SliceOperations) ?? _tier.SliceOperations),
            IsInvalid = isInvalid,
            BusyShare = MedianOf(launch => launch.BusyShare),
            GeneratorCpuUs = HasGenerator ? MedianOf(launch => launch.GeneratorCpuUs) : null,
            MostSteal = _launches.Max(launch => launch.Record.StealShare),
            CollectionNsPerByte = IsApart ? null : MedianOf(launch => launch.Charge.NsPerByte),
            DisturbedShare = IsApart ? null : MedianOf(launch => launch.DisturbedShare),
            Drift = drift,
            Predecessors = predecessors,
            Launches = [.. tested.SelectMany(metric => metric.ValuesOf(Records))],
            Warnings = [.. findings.Select(finding => finding.Warning), .. Warnings(drift, predecessors)],
        };
    }

    // In the order in which a reader has to know of them.
    private IEnumerable<Finding?> Check(IReadOnlyList<TestedMetric> tested)
    {
        yield return FaultCheck.Of(_tally.Finished, _launches.Count);
        var clock = ClockCheck.Of([.. _launches.Select(launch => launch.BackwardSlices)], "slices");
        yield return clock;
        yield return SteadyCheck.Of(Records);
        yield return BlockCountCheck.Of(_launches, _baseline, [.. Candidates]);
        if (HasGenerator)
        {
            yield return GeneratorCheck.Of(
                [.. _launches.Select(launch => ((double?)launch.GeneratorCpuUs, launch.UnderTestCpuUs))]);
        }

        // Sums of times that went backwards say nothing of who was given a processor.
        if (_launches.Count >= OverheadEstimate.FewestLaunches && HasCpuClock && clock is null)
            yield return StealCheck.Of(_launches, _baseline, Candidates, _margin, _environment.Processors);

        // `time` is `total` but for the collections: one of the two is enough.
        foreach (var metric in tested.Where(metric => metric.Name != Metric.Time))
        {
            var isJudged = metric.Name == Metric.Total;
            yield return NoiseFloorCheck.Of(metric.Name, isJudged ? ControlOf(metric) : metric.Control, isJudged);
        }
    }

    // `total`, which the verdict is about, first; CPU time only where the machine's clock is finer than a slice.
    private IReadOnlyList<TestedMetric> Test()
    {
        if (_launches.Count < OverheadEstimate.FewestLaunches || _launches.Any(HasNothingToTell))
            return [];

        return
        [
            .. Metrics
                .Where(metric => metric.Name != Metric.Cpu || HasCpuClock)
                .Select(metric => TestedMetric.Of(metric, _launches, _baseline, [.. Candidates], _margin)),
        ];
    }

    // The noise floor is the same whatever the others are compared with: that of the control and its own baseline.
    private ControlOutcome? ControlOf(TestedMetric total) => total.Control ?? TestedMetric.Of(
        Metrics[0], _launches, VariantCatalogue.Baseline.Name, [VariantCatalogue.Control.Name], _margin).Control;

    // All of its blocks are left out of some comparison.
    private bool HasNothingToTell(CountedLaunch launch) =>
        Candidates.Any(candidate => launch.Usable(_baseline, candidate).Blocks == 0)
        || launch.Usable(VariantCatalogue.Baseline.Name, VariantCatalogue.Control.Name).Blocks == 0;

    private CostMetric[] Metrics => IsApart
        ? [CostMetric.TotalApart, CostMetric.CpuApart]
        : [CostMetric.Total, CostMetric.Time, CostMetric.Cpu];

    private IEnumerable<string> Candidates => _plan.Variants.Where(variant => variant != _baseline);

    // Each process then pays for its own collections: nothing is left out and nothing charged.
    private bool IsApart => _plan.Load.Residency == Residency.Apart;

    private bool HasCpuClock => _launches.All(launch => launch.UsableCpuShare >= LeastUsableCpuShare);

    private IReadOnlyList<Predecessor> Predecessors()
    {
        var effects = _launches.Select(launch => launch.PredecessorEffects()).OfType<double[]>().ToArray();
        return effects.Length < OverheadEstimate.FewestLaunches
            ? []
            : [.. PredecessorEffects.OverLaunches(effects).Select(effect => new Predecessor(
                _plan.Variants[effect.Predecessor],
                OverheadEstimate.ToPercent(effect.LogRatio),
                OverheadEstimate.ToPercent(effect.Interval.Low),
                OverheadEstimate.ToPercent(effect.Interval.High),
                effect.AdjustedPValue < DirectionRule.SignificanceLevel))];
    }

    private Drift? DriftOfHeadline()
    {
        if (IsApart || Candidates.FirstOrDefault(name => name != VariantCatalogue.Control.Name) is not { } candidate)
            return null;

        double[] drifts =
        [
            .. _launches.Select(launch => launch.Drift(batch => batch.ElapsedNs, _baseline, candidate))
                .OfType<double>(),
        ];
        if (drifts.Length < OverheadEstimate.FewestLaunches || _launches.Any(launch => launch.CompiledMethods is null))
            return null;

        var interval = MeanInterval.Of(drifts, VerdictRule.DifferenceConfidence).Select(OverheadEstimate.ToPercent);
        return new Drift(
            candidate, OverheadEstimate.ToPercent(drifts.Average()), interval.Low, interval.High,
            _launches.Min(launch => launch.CompiledMethods!.Value),
            _launches.Max(launch => launch.CompiledMethods!.Value));
    }

    private LaunchObservation[] Records => [.. _launches.Select(launch => launch.Record)];

    private bool HasGenerator => TierCatalogue.Get(_tier.Tier).IsServer;

    private IEnumerable<Warning> Warnings(Drift? drift, IReadOnlyList<Predecessor> predecessors)
    {
        foreach (var warning in _tally.Warnings())
            yield return warning;
        if (MedianOf(launch => launch.BusyShare) is { } busy && busy < Warning.LeastBusyShare)
            yield return Warning.Idle(busy);
        if (!HasCpuClock)
            yield return Warning.CoarseCpuClock;

        if (_launches.All(launch => launch.BackwardSlices == 0)
            && TwoGroups.Find(_launches.Select(launch => launch.MeanUs(batch => batch.ElapsedNs, _baseline))) is
            { } groups)
            yield return Warning.FallIntoTwo(_baseline, groups);
        if (drift is not null && (drift.Low > _margin.Percent || drift.High < -_margin.Percent))
            yield return Warning.Drifts(drift);

        foreach (var predecessor in predecessors)
        {
            if (predecessor.IsShown && Math.Abs(predecessor.Percent) > _margin.Percent)
                yield return Warning.LeavesBehind(predecessor);
        }
    }

    private double? MedianOf(Func<CountedLaunch, double> value) =>
        _launches.Count == 0 ? null : Median.Of(_launches.Select(value));
}
