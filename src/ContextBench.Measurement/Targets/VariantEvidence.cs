namespace ContextBench.Measurement.Targets;

/// <summary>What a few operations of a variant answered and logged.</summary>
/// <param name="Responses">
/// The response bytes of each operation, without the date; empty where the tier has none.
/// </param>
/// <param name="Log">The log bytes of all of them.</param>
public sealed record VariantEvidence(IReadOnlyList<byte[]> Responses, byte[] Log);
