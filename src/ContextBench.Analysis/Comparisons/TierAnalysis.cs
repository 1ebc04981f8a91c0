namespace ContextBench.Analysis.Comparisons;

/// <summary>Compares every variant of a tier with the baseline and checks that the tier may be judged.</summary>
internal sealed class TierAnalysis(MeasuredTier measured)
    : LaunchAnalysis<CountedLaunch>(measured, CountedLaunch.From(measured.Observations, measured.Tier.Tier))
{
    private const double LeastUsableCpuShare = 0.9;

    public override TierResult Report()
    {
        // `total`, which the verdict is about, first; CPU time only where a clock tells it that is finer than a slice.
        var tested = Test(HasNothingToTell, Metrics.Where(metric => metric.Name != Metric.Cpu || HasCpuClock));
        var drift = DriftOfHeadline();
        var predecessors = Predecessors();
        return Result(tested, Check(tested), Warnings(drift, predecessors)) with
        {
            SliceOperations = (int)(MedianOf(launch => launch.Record.SliceOperations) ?? Tier.SliceOperations),
            CollectionNsPerByte = IsApart ? null : MedianOf(launch => launch.Charge?.NsPerByte),
            DisturbedShare = IsApart ? null : MedianOf(launch => launch.DisturbedShare),
            Drift = drift,
            Predecessors = predecessors,
        };
    }

    protected override IEnumerable<Comparison> Untested(ComparisonFactory factory, string candidate)
    {
        if (!IsApart && Launches.All(launch => launch.Charge is not null))
            yield return factory.Counted(candidate, Metric.Gc, "µs", Pairs(candidate, (it, name) => it.ChargeUs(name)));
        if (Launches.All(launch => launch.CountsAllocations))
        {
            yield return factory.Counted(
                candidate, Metric.Allocated, "B", Pairs(candidate, (it, name) => it.AllocatedBytes(name)));
        }

        if (Launches.All(launch => launch.Record.Latencies.All(latencies => latencies is not null)))
        {
            yield return factory.Latency(
                candidate, Metric.P50, Pairs(candidate, (launch, variant) => launch.Latency(variant).P50Ns / 1e3));
            yield return factory.Latency(
                candidate, Metric.P99, Pairs(candidate, (launch, variant) => launch.Latency(variant).P99Ns / 1e3));
        }
    }

    // In the order in which a reader has to know of them.
    private IEnumerable<Finding?> Check(IReadOnlyList<TestedMetric> tested)
    {
        var clock = ValidityChecks.ClockBackwards([.. Launches.Select(launch => launch.BackwardSlices)], "slices");
        return
        [
            clock,
            ValidityChecks.NotSteady(Records),
            ValidityChecks.TooFewBlocks(Launches, Contrast),
            ValidityChecks.GeneratorLimited(
                [.. Launches.Select(launch => (launch.GeneratorCpuUs, launch.UnderTestCpuUs))]),
            // Sums of times that went backwards say nothing of who was given a processor.
            HasEnough && HasCpuClock && clock is null
                ? StealCheck.Of(Launches, Contrast, Environment.Processors)
                : null,
            // `time` is `total` but for the collections: one of the two is enough.
            .. NoiseFloors(tested.Where(metric => metric.Name != Metric.Time), total: Metrics[0]),
        ];
    }

    // All of its blocks are left out of some comparison.
    private bool HasNothingToTell(CountedLaunch launch) =>
        new[] { Contrast, Contrast.OfNoise }.Any(contrast =>
            contrast.Candidates.Any(candidate => launch.Usable(contrast.Baseline, candidate).Blocks == 0));

    private CostMetric<CountedLaunch>[] Metrics => IsApart
        ? [SliceMetrics.TotalApart, SliceMetrics.CpuApart]
        : [SliceMetrics.Total, SliceMetrics.Time, SliceMetrics.Cpu];

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
        long[] compiled = [.. Launches.Select(launch => launch.Record.Runtime?.CompiledMethods).OfType<long>()];
        if (IsApart || Contrast.Tested is not [var candidate, ..] || compiled.Length < Launches.Count)
            return null;

        double[] drifts =
        [
            .. Launches.Select(launch =>
                LaunchDrift.Of(launch.Pairs(batch => batch.ElapsedNs, Contrast.Baseline, candidate))).OfType<double>(),
        ];
        if (drifts.Length < OverheadEstimate.FewestLaunches)
            return null;

        var interval = MeanInterval.Of(drifts, VerdictRule.DifferenceConfidence).Select(OverheadEstimate.ToPercent);
        return new Drift(
            candidate, OverheadEstimate.ToPercent(drifts.Average()), interval.Low, interval.High, compiled.Min(),
            compiled.Max());
    }

    private IEnumerable<Warning?> Warnings(Drift? drift, IReadOnlyList<Predecessor> predecessors)
    {
        var margin = Contrast.Margin.Percent;
        var groups = Launches.Any(launch => launch.BackwardSlices > 0)
            ? null
            : TwoGroups.Find(Launches.Select(launch => launch.MeanUs(batch => batch.ElapsedNs, Contrast.Baseline)));
        return
        [
            Launches.Any(launch => launch.UsableCpuShare < LeastUsableCpuShare) ? Warning.CoarseCpuClock : null,
            Launches.All(launch => launch.UsableCpuShare is not null) ? null : new Warning(
                "no-cpu-clock",
                "this target tells no CPU time: whether the generator limited it, whether it was idle and whether " +
                "time was stolen from one variant is not known"),
            groups is not { } two ? null : new Warning(
                "two-groups",
                $"launches fall into two groups: {Contrast.Baseline} takes {two.Low:0.00} µs in {two.LowCount} of " +
                $"them and {two.High:0.00} µs in {two.HighCount}, so neither is the machine's speed: overheads are " +
                "compared within launches, but measure again, or with more --launches"),
            drift is null || (drift.Low <= margin && drift.High >= -margin) ? null : new Warning(
                "drifts",
                $"the overhead of {drift.Candidate} moved by {drift.Percent:+0.00;-0.00} points from the first half " +
                "of the blocks to the second: warming up had not ended, use a longer profile (--profile full)"),
            .. from predecessor in predecessors
               where predecessor.IsShown && Math.Abs(predecessor.Percent) > margin
               select new Warning(
                   "leaves-behind",
                   $"a slice after {predecessor.Variant} costs {predecessor.Percent:+0.00;-0.00} % more than one " +
                   "after the others: balanced orders cancel that, longer slices (--slice) make it smaller"),
        ];
    }
}
