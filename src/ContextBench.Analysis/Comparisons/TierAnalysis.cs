using ContextBench.Analysis.Launches;
using ContextBench.Analysis.Results;
using ContextBench.Analysis.Validity;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Records;
using ContextBench.Statistics;

namespace ContextBench.Analysis.Comparisons;

/// <summary>Compares every variant of a tier with the baseline and checks that the tier may be judged.</summary>
internal sealed class TierAnalysis
{
    private const double LeastUsableCpuShare = 0.9;

    private readonly EnvironmentManifest _environment;
    private readonly RunPlan _plan;
    private readonly TierPlan _tier;
    private readonly Contrast _contrast;
    private readonly LaunchTally _tally;
    private readonly IReadOnlyList<CountedLaunch> _launches;

    public TierAnalysis(
        EnvironmentManifest environment, TierPlan tier, IReadOnlyCollection<Observation> observations,
        Contrast contrast)
    {
        _contrast = contrast;
        _environment = environment;
        _plan = environment.Plan;
        _tier = tier;
        _launches = CountedLaunch.From(observations, tier.Tier);
        _tally = new LaunchTally(tier, observations, _launches.Count);
    }

    public TierResult Report()
    {
        var tested = Test();
        Finding[] findings = [.. Check(tested).OfType<Finding>()];
        var isInvalid = findings.Any(finding => finding.IsInvalid);
        var drift = DriftOfHeadline();
        var predecessors = Predecessors();
        var comparisons = tested.Count == 0
            ? []
            : new ComparisonTable(
                new ComparisonFactory(_environment, _tier, _contrast, _launches.Count, isInvalid), _contrast, _launches,
                IsApart).Build(tested);
        return new TierResult
        {
            Plan = _tier,
            Study = _contrast.Study,
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
        yield return BlockCountCheck.Of(_launches, _contrast.Baseline, _contrast.Candidates);
        if (HasGenerator)
        {
            yield return GeneratorCheck.Of(
                [.. _launches.Select(launch => ((double?)launch.GeneratorCpuUs, launch.UnderTestCpuUs))]);
        }

        // Sums of times that went backwards say nothing of who was given a processor.
        if (_launches.Count >= OverheadEstimate.FewestLaunches && HasCpuClock && clock is null)
            yield return StealCheck.Of(
                _launches, _contrast.Baseline, _contrast.Candidates, _contrast.Margin, _environment.Processors);

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
                .Select(metric => TestedMetric.Of(metric, _launches, _contrast)),
        ];
    }

    // The noise floor is the same whatever the others are compared with: that of the control and its own baseline.
    private ControlOutcome? ControlOf(TestedMetric total) =>
        total.Control ?? TestedMetric.Of(Metrics[0], _launches, _contrast.OfNoise).Control;

    // All of its blocks are left out of some comparison.
    private bool HasNothingToTell(CountedLaunch launch) =>
        new[] { _contrast, _contrast.OfNoise }.Any(contrast =>
            contrast.Candidates.Any(candidate => launch.Usable(contrast.Baseline, candidate).Blocks == 0));

    private CostMetric[] Metrics => IsApart
        ? [CostMetric.TotalApart, CostMetric.CpuApart]
        : [CostMetric.Total, CostMetric.Time, CostMetric.Cpu];

    // Each process then pays for its own collections: nothing is left out and nothing charged.
    private bool IsApart => _plan.Load.Residency == Residency.Apart;

    private bool HasCpuClock => _launches.All(launch => launch.UsableCpuShare >= LeastUsableCpuShare);

    private IReadOnlyList<Predecessor> Predecessors()
    {
        var effects = _launches.Select(launch => launch.PredecessorEffects()).OfType<double[]>().ToArray();
        return effects.Length < OverheadEstimate.FewestLaunches
            ? []
            : [.. PredecessorEffects.OverLaunches(effects).Select(effect => new Predecessor(
                _plan.Study.Names[effect.Predecessor],
                OverheadEstimate.ToPercent(effect.LogRatio),
                OverheadEstimate.ToPercent(effect.Interval.Low),
                OverheadEstimate.ToPercent(effect.Interval.High),
                effect.AdjustedPValue < DirectionRule.SignificanceLevel))];
    }

    private Drift? DriftOfHeadline()
    {
        if (IsApart || _contrast.Tested is not [var candidate, ..])
            return null;

        double[] drifts =
        [
            .. _launches.Select(launch => launch.Drift(batch => batch.ElapsedNs, _contrast.Baseline, candidate))
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
            && TwoGroups.Find(_launches.Select(
                launch => launch.MeanUs(batch => batch.ElapsedNs, _contrast.Baseline))) is { } groups)
            yield return Warning.FallIntoTwo(_contrast.Baseline, groups);
        if (drift is not null && (drift.Low > _contrast.Margin.Percent || drift.High < -_contrast.Margin.Percent))
            yield return Warning.Drifts(drift);

        foreach (var predecessor in predecessors)
        {
            if (predecessor.IsShown && Math.Abs(predecessor.Percent) > _contrast.Margin.Percent)
                yield return Warning.LeavesBehind(predecessor);
        }
    }

    private double? MedianOf(Func<CountedLaunch, double> value) =>
        _launches.Count == 0 ? null : Median.Of(_launches.Select(value));
}
