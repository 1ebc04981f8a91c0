namespace ContextBench.Server;

/// <summary>Which variant an endpoint serves.</summary>
/// <param name="Variant">The variant's name.</param>
/// <param name="Path">The path of its route.</param>
public sealed record VariantRoute(string Variant, string Path);
