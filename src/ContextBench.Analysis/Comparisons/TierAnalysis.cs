namespace ContextBench.Analysis.Comparisons;

/// <summary>Compares every variant of a tier with the baseline and checks that the tier may be judged.</summary>
internal sealed class TierAnalysis(MeasuredTier measured)
    : LaunchAnalysis<CountedLaunch>(measured, CountedLaunch.From(measured.Observations, measured.Tier.Tier))
{
    private const double LeastUsableCpuShare = 0.9;

    public override TierResult Report()
    {
        var tested = Test();
        var drift = DriftOfHeadline();
        var predecessors = Predecessors();
        return Result(
            tested, Check(tested),
            factory => new ComparisonTable(factory, Contrast, Launches, IsApart).Build(tested),
            Warnings(drift, predecessors)) with
        {
            SliceOperations = (int)(MedianOf(launch => launch.Record.SliceOperations) ?? Tier.SliceOperations),
            BusyShare = MedianOf(launch => launch.BusyShare),
            GeneratorCpuUs = HasGenerator ? MedianOf(launch => launch.GeneratorCpuUs) : null,
            CollectionNsPerByte = IsApart ? null : MedianOf(launch => launch.Charge.NsPerByte),
            DisturbedShare = IsApart ? null : MedianOf(launch => launch.DisturbedShare),
            Drift = drift,
            Predecessors = predecessors,
        };
    }

    // In the order in which a reader has to know of them.
    private IEnumerable<Finding?> Check(IReadOnlyList<TestedMetric> tested)
    {
        var clock = ClockCheck.Of([.. Launches.Select(launch => launch.BackwardSlices)], "slices");
        yield return clock;
        yield return SteadyCheck.Of(Records);
        yield return BlockCountCheck.Of(Launches, Contrast.Baseline, Contrast.Candidates);
        if (HasGenerator)
        {
            yield return GeneratorCheck.Of(
                [.. Launches.Select(launch => ((double?)launch.GeneratorCpuUs, launch.UnderTestCpuUs))]);
        }

        // Sums of times that went backwards say nothing of who was given a processor.
        if (HasEnough && HasCpuClock && clock is null)
            yield return StealCheck.Of(
                Launches, Contrast.Baseline, Contrast.Candidates, Contrast.Margin, Environment.Processors);

        // `time` is `total` but for the collections: one of the two is enough.
        foreach (var metric in tested.Where(metric => metric.Name != Metric.Time))
        {
            var isJudged = metric.Name == Metric.Total;
            yield return NoiseFloorCheck.Of(metric.Name, isJudged ? ControlOf(metric) : metric.Control, isJudged);
        }
    }

    // `total`, which the verdict is about, first; CPU time only where a clock tells it that is finer than a slice.
    private IReadOnlyList<TestedMetric> Test()
    {
        if (!HasEnough || Launches.Any(HasNothingToTell))
            return [];

        return
        [
            .. Metrics
                .Where(metric => metric.Name != Metric.Cpu || HasCpuClock)
                .Select(metric => TestedMetric.Of(metric, Launches, Contrast)),
        ];
    }

    // The noise floor is the same whatever the others are compared with: that of the control and its own baseline.
    private ControlOutcome? ControlOf(TestedMetric total) =>
        total.Control ?? TestedMetric.Of(Metrics[0], Launches, Contrast.OfNoise).Control;

    // All of its blocks are left out of some comparison.
    private bool HasNothingToTell(CountedLaunch launch) =>
        new[] { Contrast, Contrast.OfNoise }.Any(contrast =>
            contrast.Candidates.Any(candidate => launch.Usable(contrast.Baseline, candidate).Blocks == 0));

    private CostMetric[] Metrics => IsApart
        ? [CostMetric.TotalApart, CostMetric.CpuApart]
        : [CostMetric.Total, CostMetric.Time, CostMetric.Cpu];

    // Each process then pays for its own collections: nothing is left out and nothing charged.
    private bool IsApart => Environment.Plan.Load.Residency == Residency.Apart;

    // One that is fine enough: a target may have none.
    private bool HasCpuClock => Launches.All(launch => launch.UsableCpuShare >= LeastUsableCpuShare);

    private IReadOnlyList<Predecessor> Predecessors()
    {
        var effects = Launches.Select(launch => launch.PredecessorEffects()).OfType<double[]>().ToArray();
        return effects.Length < OverheadEstimate.FewestLaunches
            ? []
            : [.. PredecessorEffects.OverLaunches(effects).Select(effect => new Predecessor(
                Environment.Plan.Study.Names[effect.Predecessor],
                OverheadEstimate.ToPercent(effect.LogRatio),
                OverheadEstimate.ToPercent(effect.Interval.Low),
                OverheadEstimate.ToPercent(effect.Interval.High),
                effect.AdjustedPValue < DirectionRule.SignificanceLevel))];
    }

    private Drift? DriftOfHeadline()
    {
        if (IsApart || Contrast.Tested is not [var candidate, ..])
            return null;

        double[] drifts =
        [
            .. Launches.Select(launch => launch.Drift(batch => batch.ElapsedNs, Contrast.Baseline, candidate))
                .OfType<double>(),
        ];
        if (drifts.Length < OverheadEstimate.FewestLaunches || Launches.Any(launch => launch.CompiledMethods is null))
            return null;

        var interval = MeanInterval.Of(drifts, VerdictRule.DifferenceConfidence).Select(OverheadEstimate.ToPercent);
        return new Drift(
            candidate, OverheadEstimate.ToPercent(drifts.Average()), interval.Low, interval.High,
            Launches.Min(launch => launch.CompiledMethods!.Value),
            Launches.Max(launch => launch.CompiledMethods!.Value));
    }

    private bool HasGenerator => TierCatalogue.Get(Tier.Tier).IsServer;

    private IEnumerable<Warning> Warnings(Drift? drift, IReadOnlyList<Predecessor> predecessors)
    {
        if (MedianOf(launch => launch.BusyShare) is { } busy && busy < Warning.LeastBusyShare)
            yield return Warning.Idle(busy);
        if (Launches.Any(launch => launch.UsableCpuShare < LeastUsableCpuShare))
            yield return Warning.CoarseCpuClock;

        if (Launches.All(launch => launch.BackwardSlices == 0)
            && TwoGroups.Find(Launches.Select(
                launch => launch.MeanUs(batch => batch.ElapsedNs, Contrast.Baseline))) is { } groups)
            yield return Warning.FallIntoTwo(Contrast.Baseline, groups);
        if (drift is not null && (drift.Low > Contrast.Margin.Percent || drift.High < -Contrast.Margin.Percent))
            yield return Warning.Drifts(drift);

        foreach (var predecessor in predecessors)
        {
            if (predecessor.IsShown && Math.Abs(predecessor.Percent) > Contrast.Margin.Percent)
                yield return Warning.LeavesBehind(predecessor);
        }
    }
}
