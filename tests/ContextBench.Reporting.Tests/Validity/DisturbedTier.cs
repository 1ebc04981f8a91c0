using ContextBench.Handlers;
using ContextBench.Measurement.Tiers;

namespace ContextBench.Reporting.Tests.Validity;

/// <summary>A tier that a test puts something wrong into.</summary>
internal sealed class DisturbedTier(ITierSession inner) : ITierSession
{
    /// <summary>Changes what a variant proves.</summary>
    public Func<int, VariantEvidence, VariantEvidence> Evidence { get; init; } = (_, evidence) => evidence;

    /// <summary>Changes what a variant's slice took.</summary>
    public Func<int, SliceCost, SliceCost> Cost { get; init; } = (_, cost) => cost;

    public IReadOnlyDictionary<string, string> HandlerTypes => inner.HandlerTypes;

    public string? GcMode => inner.GcMode;

    public async ValueTask<SliceCost> RunSliceAsync(int variant, int operations) =>
        Cost(variant, await inner.RunSliceAsync(variant, operations));

    public async ValueTask<VariantEvidence> ProveAsync(int variant, int operations) =>
        Evidence(variant, await inner.ProveAsync(variant, operations));

    public ValueTask<RuntimeCounters?> ReadCountersAsync(int? variant = null) => inner.ReadCountersAsync(variant);

    public ValueTask<IReadOnlyList<CollectionSpan>> TakeCollectionsAsync() => inner.TakeCollectionsAsync();

    public void ResetLatencies() => inner.ResetLatencies();

    public LatencyHistogram? LatenciesOf(int variant) => inner.LatenciesOf(variant);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
