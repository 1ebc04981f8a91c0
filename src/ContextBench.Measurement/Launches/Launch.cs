using System.Diagnostics;
using ContextBench.Handlers;
using ContextBench.Measurement.Blocks;
using ContextBench.Measurement.Machine;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Tiers;

namespace ContextBench.Measurement.Launches;

/// <summary>
/// One launch, the same for every tier: proves the variants, warms up until slices are steady, runs blocks in balanced
/// random order, then counts allocated bytes.
/// </summary>
public sealed class Launch
{
    private const double RoundSeconds = 0.25;
    private const double BatchSeconds = 0.4;
    private const double AllocationRoundSeconds = 0.1;
    private const long LongestSliceNs = 20_000_000;
    private const int FitTrials = 3;

    private readonly LaunchPlan _plan;
    private readonly ITierSession _session;
    private readonly Action<Observation> _observe;
    private readonly IReadOnlyList<Variant> _variants;
    private readonly int[] _firstCall;
    private readonly BlockSchedule _schedule;
    private int _sliceOperations;

    /// <summary>Prepares a launch.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="order">The launch's permutations.</param>
    /// <param name="session">The process under test.</param>
    /// <param name="random">The launch's random numbers.</param>
    /// <param name="observe">Takes each observation as soon as it is complete.</param>
    public Launch(LaunchPlan plan, LaunchOrder order, ITierSession session, Random random, Action<Observation> observe)
    {
        _plan = plan;
        _session = session;
        _observe = observe;
        _variants = [.. plan.Variants.Select(VariantCatalogue.Get)];
        _firstCall = order.FirstCall;
        _schedule = new BlockSchedule(_variants.Count, random);
    }

    /// <summary>Runs it.</summary>
    /// <returns>The launch's own record, which is not yet observed.</returns>
    /// <exception cref="LaunchFaultException">The launch cannot count.</exception>
    public async Task<LaunchObservation> RunAsync()
    {
        var startedAt = DateTimeOffset.UtcNow;
        _observe(new ProgressObservation(LaunchPhase.Proof));
        await ProveAsync();
        _sliceOperations = await FitSliceAsync();

        _observe(new ProgressObservation(LaunchPhase.WarmUp));
        var (steady, warmUpSeconds, secondsPerPass) = await WarmUpAsync();

        _observe(new ProgressObservation(LaunchPhase.Blocks));
        _session.ResetLatencies();
        var before = await ReadUsageAsync();
        var (blocks, elapsedNs, cpuNs) = await RunBlocksAsync(secondsPerPass);
        var after = await ReadUsageAsync();
        LatencySummary?[] latencies =
            [.. Enumerable.Range(0, _variants.Count).Select(v => LatencySummary.From(_session.LatenciesOf(v)))];

        _observe(new ProgressObservation(LaunchPhase.Allocation));
        var allocations = await CountAllocationsAsync(secondsPerPass);

        return new LaunchObservation
        {
            Tier = _plan.Tier,
            Launch = _plan.Launch,
            Seed = _plan.Seed,
            StartedAt = startedAt,
            Variants = _plan.Variants,
            SliceOperations = _sliceOperations,
            Connections = _plan.Connections,
            WarmUpRoundsNs = [.. steady.Costs.Select(cost => (long)cost)],
            WarmUpCompiledMethods = steady.CompiledMethods,
            WarmUpSeconds = warmUpSeconds,
            Steady = steady.IsReached,
            Blocks = blocks,
            SliceElapsedNs = elapsedNs,
            SliceCpuNs = cpuNs,
            GeneratorCpuNs = after.OwnCpuNs - before.OwnCpuNs,
            StealShare = after.Steal.ShareSince(before.Steal),
            Runtime = after.Counters - before.Counters,
            Allocations = allocations,
            Latencies = latencies,
        };
    }

    private async Task ProveAsync()
    {
        var evidence = new VariantEvidence[_variants.Count];
        foreach (var variant in _firstCall)
            evidence[variant] = await _session.ProveAsync(variant, FairnessProof.Operations);
        FairnessProof.Check(_variants, _session.HandlerTypes, evidence);
    }

    // A slice is short: where operations are slow, it has fewer of them than planned, down to one a connection.
    private async Task<int> FitSliceAsync()
    {
        var fastestNs = long.MaxValue;
        for (var trial = 0; trial < FitTrials; trial++)
            fastestNs = Math.Min(fastestNs, (await _session.RunSliceAsync(_firstCall[0], _plan.Connections)).ElapsedNs);

        var fitting = (int)(LongestSliceNs * _plan.Connections / fastestNs);
        return Math.Clamp(fitting, _plan.Connections, _plan.SliceOperations);
    }

    private async Task<(SteadyState Steady, double Seconds, double SecondsPerPass)> WarmUpAsync()
    {
        var steady = new SteadyState();
        var costs = new List<double>();
        var passes = 0;
        var passStart = Stopwatch.GetTimestamp();
        var start = passStart;
        while (!steady.IsReached && Stopwatch.GetElapsedTime(start).TotalSeconds < _plan.MostWarmUpSeconds)
        {
            costs.Clear();
            passes = 0;
            passStart = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(passStart).TotalSeconds < RoundSeconds)
            {
                for (var block = 0; block < _schedule.BlocksPerPass; block++)
                {
                    foreach (var variant in _schedule.Next().ToArray())
                    {
                        var cost = await _session.RunSliceAsync(variant, _sliceOperations);
                        costs.Add((double)cost.ElapsedNs / _sliceOperations);
                    }
                }

                passes++;
            }

            steady.AddRound(costs, (await _session.ReadCountersAsync()).CompiledMethods);
        }

        var secondsPerPass = Stopwatch.GetElapsedTime(passStart).TotalSeconds / passes;
        return (steady, Stopwatch.GetElapsedTime(start).TotalSeconds, secondsPerPass);
    }

    private async Task<(int Blocks, long ElapsedNs, long CpuNs)> RunBlocksAsync(double secondsPerPass)
    {
        // A batch is whole passes over the design, so that each batch is balanced in itself.
        var passesPerBatch = Math.Max(1, (int)Math.Round(BatchSeconds / secondsPerPass));
        var blocksPerBatch = passesPerBatch * _schedule.BlocksPerPass;
        var blocks = 0;
        long elapsedNs = 0, cpuNs = 0;
        var start = Stopwatch.GetTimestamp();
        for (var batch = 0; batch == 0 || Stopwatch.GetElapsedTime(start).TotalSeconds < _plan.MeasureSeconds; batch++)
        {
            var observation = new BatchObservation(_plan.Tier, _plan.Launch, batch, _variants.Count, blocksPerBatch);
            for (var block = 0; block < blocksPerBatch; block++)
            {
                var order = _schedule.Next().ToArray();
                observation.Orders[block] = order;
                foreach (var variant in order)
                {
                    var cost = await _session.RunSliceAsync(variant, _sliceOperations);
                    observation.ElapsedNs[variant][block] = cost.ElapsedNs;
                    observation.CpuNs[variant][block] = cost.CpuNs;
                    elapsedNs += cost.ElapsedNs;
                    cpuNs += cost.CpuNs;
                }
            }

            blocks += blocksPerBatch;
            _observe(observation);
        }

        return (blocks, elapsedNs, cpuNs);
    }

    private async Task<IReadOnlyList<AllocationObservation>> CountAllocationsAsync(double secondsPerPass)
    {
        // As many operations as fit into a short time, so that a slow workload does not take minutes to count.
        var operationsPerPass = (double)_schedule.BlocksPerPass * _variants.Count * _sliceOperations;
        var fitting = (int)(AllocationRoundSeconds / (secondsPerPass / operationsPerPass));
        var operations = Math.Clamp(fitting, _plan.Connections, _plan.AllocationOperations);
        var used = _variants.Select(_ => new List<RuntimeCounters>()).ToArray();
        for (var round = 0; round < _plan.AllocationRounds; round++)
        {
            foreach (var variant in _schedule.Next().ToArray())
            {
                var before = await _session.ReadCountersAsync();
                await _session.RunSliceAsync(variant, operations);
                used[variant].Add(await _session.ReadCountersAsync() - before);
            }
        }

        return [.. used.Select(rounds => AllocationObservation.Of(rounds, operations))];
    }

    private async Task<(RuntimeCounters Counters, long OwnCpuNs, StealClock Steal)> ReadUsageAsync()
    {
        using var own = new ProcessCpuClock(Environment.ProcessId);
        return (await _session.ReadCountersAsync(), own.ReadNs(), StealClock.Read());
    }
}
