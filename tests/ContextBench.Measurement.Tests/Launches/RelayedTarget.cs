using ContextBench.Agent;
using ContextBench.Measurement.Targets;
using ContextBench.Targets;

namespace ContextBench.Measurement.Tests.Launches;

/// <summary>
/// The handler tier, as it is but without its CPU clock: tests replace what they are about, and those that need the
/// clock declare it.
/// </summary>
internal class RelayedTarget(HandlerTarget inner)
    : ITarget, IEquivalenceProof, ICodeCopies, IRuntimeCounters, ICollections, IInjectedCost
{
    public IReadOnlyDictionary<string, string> Handlers => inner.Handlers;

    public string? GcMode => inner.GcMode;

    public int Copies => inner.Copies;

    public virtual void UseCopy(int copy) => inner.UseCopy(copy);

    public virtual ValueTask<SliceCost> RunSliceAsync(int variant, int operations) =>
        inner.RunSliceAsync(variant, operations);

    public virtual ValueTask<VariantEvidence> ProveAsync(int variant, int operations) =>
        inner.ProveAsync(variant, operations);

    public virtual ValueTask<RuntimeCounters?> ReadCountersAsync(int? variant = null) =>
        inner.ReadCountersAsync(variant);

    public long ReadCpuNs() => inner.ReadCpuNs();

    public virtual ValueTask<IReadOnlyList<CollectionSpan>> TakeCollectionsAsync() => inner.TakeCollectionsAsync();

    public ValueTask<IReadOnlyDictionary<string, WorkTime>> TakeWorkTimesAsync() => inner.TakeWorkTimesAsync();

    public virtual ValueTask SetWorkAsync(double microseconds) => inner.SetWorkAsync(microseconds);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
