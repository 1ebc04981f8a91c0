using ContextBench.Handlers;

namespace ContextBench.Server;

/// <summary>Which variant an endpoint serves.</summary>
/// <param name="Variant">The variant.</param>
/// <param name="Slot">The slot of its route.</param>
public sealed record VariantRoute(Variant Variant, int Slot);
