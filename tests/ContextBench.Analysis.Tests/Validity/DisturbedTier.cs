using ContextBench.Measurement.Targets;
using ContextBench.Measurement.Tests.Launches;
using ContextBench.Targets;

namespace ContextBench.Analysis.Tests.Validity;

/// <summary>The handler tier, with something wrong that a test puts into it.</summary>
internal sealed class DisturbedTier(HandlerTarget inner) : RelayedTarget(inner), ICpuClock
{
    /// <summary>Changes what a variant proves.</summary>
    public Func<int, VariantEvidence, VariantEvidence> Evidence { get; init; } = (_, evidence) => evidence;

    /// <summary>Changes what a variant's slice took.</summary>
    public Func<int, SliceCost, SliceCost> Cost { get; init; } = (_, cost) => cost;

    public override async ValueTask<SliceCost> RunSliceAsync(int variant, int operations) =>
        Cost(variant, await base.RunSliceAsync(variant, operations));

    public override async ValueTask<VariantEvidence> ProveAsync(int variant, int operations) =>
        Evidence(variant, await base.ProveAsync(variant, operations));
}
