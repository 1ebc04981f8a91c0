namespace ContextBench.Measurement.Inspections;

/// <summary>What a request allocates of one type.</summary>
/// <param name="Name">
/// The type's full name as the runtime writes it, with the variant's own part replaced by
/// <see cref="TypeNames.Variant"/>.
/// </param>
/// <param name="Count">Objects a request, 1 or more: the median over all requests.</param>
/// <param name="Bytes">Their bytes: the median over all requests.</param>
/// <param name="Share">Share of the requests that allocated exactly this, 0 to 1.</param>
public sealed record AllocatedType(string Name, long Count, long Bytes, double Share);
