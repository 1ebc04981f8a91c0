using System.Diagnostics;
using ContextBench.Agent;
using ContextBench.Handlers;
using ContextBench.Measurement.Machine;

namespace ContextBench.Targets;

/// <summary>A target whose process under test is the launch's own: it counts and times itself.</summary>
/// <param name="host">The handlers.</param>
public abstract class OwnProcessTarget(HandlerHost host)
    : ITarget, IEquivalenceProof, IRuntimeCounters, ICpuClock, ICollections, IInjectedCost
{
    private readonly ProcessCpuClock _cpu = new(Environment.ProcessId);
    private readonly List<CollectionSpan> _collections = [];
    private int _collectionsBefore;
    private long _cpuBefore;
    private long _start;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Handlers => Host.HandlerTypes;

    /// <inheritdoc/>
    public string? GcMode => CollectorMode.OfThisProcess;

    private protected HandlerHost Host { get; } = host;

    /// <inheritdoc/>
    public abstract ValueTask<SliceCost> RunSliceAsync(int variant, int operations);

    /// <inheritdoc/>
    public virtual async ValueTask<VariantEvidence> ProveAsync(int variant, int operations)
    {
        Host.StartProof();
        await RunSliceAsync(variant, operations);
        return new VariantEvidence([], Host.EndProof()); // a call has no response
    }

    /// <inheritdoc/>
    public ValueTask<RuntimeCounters?> ReadCountersAsync(int? variant = null) =>
        ValueTask.FromResult<RuntimeCounters?>(RuntimeCounters.Read());

    /// <inheritdoc/>
    public long ReadCpuNs() => _cpu.ReadNs();

    /// <summary>Hands over the slices that a collection fell into, since this was last called.</summary>
    public ValueTask<IReadOnlyList<CollectionSpan>> TakeCollectionsAsync()
    {
        CollectionSpan[] taken = [.. _collections];
        _collections.Clear();
        return ValueTask.FromResult<IReadOnlyList<CollectionSpan>>(taken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<string, WorkTime>> TakeWorkTimesAsync() =>
        ValueTask.FromResult(Host.TakeWorkTimes());

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _cpu.Dispose();
        Host.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask SetWorkAsync(double microseconds)
    {
        Host.SetWork(microseconds);
        return ValueTask.CompletedTask;
    }

    /// <summary>Handlers that are hosted in the launch's own process, as its plan says.</summary>
    private protected static HandlerHost HostOf(LaunchPlan plan, IEnumerable<string> variants, int copies = 1) => new(
        WorkloadOf(plan), StudyCatalogue.Get(plan.Study.Name), variants, new HostSettings
        {
            ConsoleFile = plan.ConsoleFile,
            WorkSpeed = plan.Run.WorkSpeed,
            HasInjectedCosts = plan.Run.HasInjectedCosts,
            Copies = copies,
        });

    /// <summary>What a request does, as a launch's plan says.</summary>
    private protected static Workload WorkloadOf(LaunchPlan plan) =>
        StudyCatalogue.Get(plan.Study.Name).Workload.From(plan.Run.Workload);

    private protected void StartSlice()
    {
        _collectionsBefore = GC.CollectionCount(0); // counts collections of every generation
        _cpuBefore = _cpu.ReadNs();
        _start = Stopwatch.GetTimestamp();
    }

    private protected SliceCost EndSlice()
    {
        var end = Stopwatch.GetTimestamp();
        var cpuNs = _cpu.ReadNs() - _cpuBefore;
        if (GC.CollectionCount(0) != _collectionsBefore)
            _collections.Add(new CollectionSpan(_start, end));
        return new SliceCost((long)Stopwatch.GetElapsedTime(_start, end).TotalNanoseconds, cpuNs);
    }
}
