namespace ContextBench.Server;

/// <summary>Which variant an endpoint serves.</summary>
/// <param name="Variant">The variant's name.</param>
/// <param name="Slot">The slot of its route.</param>
public sealed record VariantRoute(string Variant, int Slot);
