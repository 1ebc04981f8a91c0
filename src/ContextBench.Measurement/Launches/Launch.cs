namespace ContextBench.Measurement.Launches;

/// <summary>
/// One launch, the same for every tier: proves the variants, warms up until slices are steady, runs blocks in balanced
/// random order, then counts allocated bytes. With an open loop it runs rounds of windows instead, after the same proof
/// and warm-up, and counts no bytes.
/// </summary>
public sealed class Launch
{
    private const long LongestSliceNs = 20_000_000;
    private const int FitTrials = 3;

    private readonly LaunchPlan _plan;
    private readonly ITarget _target;
    private readonly Action<Observation> _observe;
    private readonly int _variants;
    private readonly int[] _firstCall;
    private readonly BlockSchedule _schedule;
    private readonly OpenLoopPhase? _openLoop;

    /// <summary>Prepares a launch.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="order">The launch's permutations.</param>
    /// <param name="target">The process under test.</param>
    /// <param name="random">The launch's random numbers.</param>
    /// <param name="observe">Takes each observation as soon as it is complete.</param>
    /// <exception cref="ArgumentException">The plan's open loop has no rate yet.</exception>
    public Launch(LaunchPlan plan, LaunchOrder order, ITarget target, Random random, Action<Observation> observe)
    {
        _plan = plan;
        _target = target;
        _observe = observe;
        _variants = plan.Study.Variants.Count;
        _firstCall = order.FirstCall;
        _schedule = new BlockSchedule(_variants, random);
        _openLoop = plan.OpenLoop is { } load ? new OpenLoopPhase(plan, load, target, _schedule, observe) : null;
    }

    /// <summary>Runs it.</summary>
    /// <returns>The launch's own record, which is not yet observed.</returns>
    /// <exception cref="TargetFaultException">The launch cannot count.</exception>
    public async Task<LaunchObservation> RunAsync()
    {
        var startedAt = DateTimeOffset.UtcNow;
        _observe(new ProgressObservation(LaunchPhase.Proof));
        if (_target is IEquivalenceProof proof)
            await FairnessProof.RunAsync(_plan.Study, proof, _firstCall);
        var sliceOperations = await FitSliceAsync(_plan.Connections);

        _observe(new ProgressObservation(LaunchPhase.WarmUp));
        var warmUp = new WarmUp(_target, _schedule, sliceOperations);
        await warmUp.RunAsync(_plan.MostWarmUpSeconds, _plan.FewestWarmUpOperations);
        var secondsPerOperation =
            warmUp.SecondsPerPass / (_schedule.BlocksPerPass * _variants * sliceOperations);
        sliceOperations = await FitSliceAsync(sliceOperations);

        _observe(new ProgressObservation(LaunchPhase.Blocks));
        var record = await MeasureAsync(sliceOperations, secondsPerOperation);
        if (_openLoop is null && record.Runtime is not null && _target is IRuntimeCounters counters)
        {
            _observe(new ProgressObservation(LaunchPhase.Allocation));
            record = record with
            {
                Allocations = await new AllocationPhase(_plan, _target, counters, _schedule)
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
        };
    }

    // Blocks or windows, and what was used while they ran.
    private async Task<LaunchObservation> MeasureAsync(int sliceOperations, double secondsPerOperation)
    {
        var latencies = _target as ILatencies;
        latencies?.ResetLatencies();
        await TakeWorkTimesAsync(); // those of the warm-up
        var before = await ReadUsageAsync();
        var measured = _openLoop is null
            ? await new BlockPhase(_plan, _target, _schedule, sliceOperations, _observe)
                .RunAsync(secondsPerOperation * _schedule.BlocksPerPass * _variants * sliceOperations)
            : await _openLoop.RunAsync();
        var after = await ReadUsageAsync();
        return new LaunchObservation
        {
            Tier = _plan.Tier,
            Launch = _plan.Launch,
            Seed = _plan.Seed,
            GcMode = (_target as IRuntimeCounters)?.GcMode,
            Variants = _plan.Study.Names,
            SliceOperations = measured.SliceOperations,
            Connections = _plan.Connections,
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
        if (!_plan.HasInjectedCosts || _target is not IInjectedCost injected)
            return [];

        var times = await injected.TakeWorkTimesAsync();
        return [.. _plan.Study.Names.Select(name => times[name])];
    }

    // A slice is short: where operations are slow, it has fewer of them than planned, down to one a connection; where
    // an open loop has more connections than a slice has operations, its warm-up uses them all. Fitted before the
    // warm-up, when operations are slow, and again after it.
    private async Task<int> FitSliceAsync(int trialOperations)
    {
        var fastestNs = long.MaxValue;
        for (var trial = 0; trial < FitTrials; trial++)
            fastestNs = Math.Min(fastestNs, (await _target.RunSliceAsync(_firstCall[0], trialOperations)).ElapsedNs);

        // A clock that stood still or went backwards is recorded with the slices, and must not end the launch here.
        var fitting = (int)Math.Min(int.MaxValue, LongestSliceNs * trialOperations / Math.Max(1, fastestNs));
        return Math.Clamp(fitting, _plan.Connections, Math.Max(_plan.Connections, _plan.SliceOperations));
    }

    private async Task<(RuntimeCounters? Counters, long OwnCpuNs, StealClock Steal)> ReadUsageAsync()
    {
        using var own = new ProcessCpuClock(Environment.ProcessId);
        var counters = _target is IRuntimeCounters counting ? await counting.ReadCountersAsync() : null;
        return (counters, own.ReadNs(), StealClock.Read());
    }
}
