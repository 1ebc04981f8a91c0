namespace ContextBench.Measurement.Launches;

/// <summary>
/// One launch, the same for every tier: proves the variants, warms up until slices are steady, runs blocks in balanced
/// random order, then counts allocated bytes. With an open loop it runs rounds of windows instead, after the same proof
/// and warm-up, and counts no bytes.
/// </summary>
/// <param name="plan">What to do.</param>
/// <param name="order">The launch's permutations.</param>
/// <param name="target">The process under test.</param>
/// <param name="random">The launch's random numbers.</param>
/// <param name="observe">Takes each observation as soon as it is complete.</param>
public sealed class Launch(
    LaunchPlan plan, LaunchOrder order, ITarget target, Random random, Action<Observation> observe)
{
    private const long LongestSliceNs = 20_000_000;
    private const int FitTrials = 3;

    private readonly int _variants = plan.Study.Variants.Count;
    private readonly BlockSchedule _schedule = new(plan.Study.Variants.Count, random);
    private readonly OpenLoopPhase? _openLoop =
        plan.Run.Load.OpenLoop is { } load ? new OpenLoopPhase(plan, load, target, observe) : null;

    private ExtraWork ExtraWork => field ??= new ExtraWork(plan, target, _schedule);

    /// <summary>Runs it.</summary>
    /// <returns>The launch's own record, which is not yet observed.</returns>
    /// <exception cref="TargetFaultException">The launch cannot count.</exception>
    public async Task<LaunchObservation> RunAsync()
    {
        var startedAt = DateTimeOffset.UtcNow;
        observe(new ProgressObservation(LaunchPhase.Proof));
        if (target is IEquivalenceProof proof)
            await FairnessProof.RunAsync(plan.Study, proof, order.FirstCall);
        var sliceOperations = await FitSliceAsync(plan.Tier.Connections);

        observe(new ProgressObservation(LaunchPhase.WarmUp));
        var warmUp = new WarmUp(target, _schedule, sliceOperations);
        await warmUp.RunAsync(plan.Tier.MostWarmUpSeconds, plan.Tier.FewestWarmUpOperations);
        var secondsPerOperation =
            warmUp.SecondsPerPass / (_schedule.BlocksPerPass * _variants * sliceOperations);
        await ExtraWork.FindAsync(sliceOperations);
        secondsPerOperation = ExtraWork.SecondsPerOperation ?? secondsPerOperation;
        sliceOperations = await FitSliceAsync(sliceOperations);

        observe(new ProgressObservation(LaunchPhase.Blocks));
        var record = await MeasureAsync(sliceOperations, secondsPerOperation);
        if (_openLoop is null && record.Runtime is not null && target is IRuntimeCounters counters)
        {
            observe(new ProgressObservation(LaunchPhase.Allocation));
            record = record with
            {
                Allocations = await new AllocationPhase(plan, target, counters, _schedule)
                    .RunAsync(secondsPerOperation),
            };
        }

        return record with
        {
            StartedAt = startedAt,
            WarmUpRoundsNs = [.. warmUp.Steady.Costs.Select(cost => (long)cost)],
            WarmUpCompiledMethods = warmUp.Steady.CompiledMethods,
            WarmUpSeconds = warmUp.Seconds,
            Steady = warmUp.Steady.IsReached,
            ExtraWorkUs = ExtraWork.Us,
        };
    }

    // Blocks or windows, and what was used while they ran.
    private async Task<LaunchObservation> MeasureAsync(int sliceOperations, double secondsPerOperation)
    {
        var latencies = target as ILatencies;
        latencies?.ResetLatencies();
        await TakeWorkTimesAsync(); // those of the warm-up
        var before = await ReadUsageAsync();
        var measured = _openLoop is null
            ? await new BlockPhase(plan, target, _schedule, sliceOperations, ExtraWork, observe)
                .RunAsync(secondsPerOperation * _schedule.BlocksPerPass * _variants * sliceOperations)
            : await _openLoop.RunAsync(_schedule);
        var after = await ReadUsageAsync();
        return LaunchObservation.Of(plan) with
        {
            GcMode = (target as IRuntimeCounters)?.GcMode,
            Variants = plan.Study.Names,
            SliceOperations = measured.SliceOperations,
            Connections = plan.Tier.Connections,
            Blocks = measured.Blocks,
            SliceElapsedNs = measured.ElapsedNs,
            SliceCpuNs = measured.CpuNs,
            GeneratorCpuNs = after.OwnCpuNs - before.OwnCpuNs,
            StealShare = after.Steal.ShareSince(before.Steal),
            Runtime = after.Counters - before.Counters,
            Latencies =
                [.. Enumerable.Range(0, _variants).Select(it => LatencySummary.From(latencies?.LatenciesOf(it)))],
            WorkTimes = await TakeWorkTimesAsync(),
        };
    }

    private async Task<IReadOnlyList<WorkTime>> TakeWorkTimesAsync()
    {
        if (!plan.Run.HasInjectedCosts || target is not IInjectedCost injected)
            return [];

        var times = await injected.TakeWorkTimesAsync();
        return [.. plan.Study.Names.Select(name => times[name])];
    }

    // A slice is short: where operations are slow, it has fewer of them than planned, down to one a connection; where
    // an open loop has more connections than a slice has operations, its warm-up uses them all. Fitted before the
    // warm-up, when operations are slow, and again after it.
    private async Task<int> FitSliceAsync(int trialOperations)
    {
        var fastestNs = long.MaxValue;
        for (var trial = 0; trial < FitTrials; trial++)
        {
            var cost = await target.RunSliceAsync(order.FirstCall[0], trialOperations);
            fastestNs = Math.Min(fastestNs, cost.ElapsedNs);
        }

        // A clock that stood still or went backwards is recorded with the slices, and must not end the launch here.
        var fitting = (int)Math.Min(int.MaxValue, LongestSliceNs * trialOperations / Math.Max(1, fastestNs));
        return Math.Clamp(fitting, plan.Tier.Connections, Math.Max(plan.Tier.Connections, plan.Tier.SliceOperations));
    }

    private async Task<(RuntimeCounters? Counters, long OwnCpuNs, StealClock Steal)> ReadUsageAsync()
    {
        using var own = new ProcessCpuClock(Environment.ProcessId);
        var counters = target is IRuntimeCounters counting ? await counting.ReadCountersAsync() : null;
        return (counters, own.ReadNs(), StealClock.Read());
    }
}
