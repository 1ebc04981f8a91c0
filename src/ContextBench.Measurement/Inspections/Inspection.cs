using System.Security.Cryptography;

namespace ContextBench.Measurement.Inspections;

/// <summary>What one request of a variant does, counted in a process of the variant's own.</summary>
public sealed record Inspection
{
    /// <summary>The variant's name.</summary>
    public required string Variant { get; init; }

    /// <summary>The tier's name.</summary>
    public required string Tier { get; init; }

    /// <summary>What a request does.</summary>
    public required WorkloadFacts Workload { get; init; }

    /// <summary>Requests whose allocations were counted, 1 or more.</summary>
    public required int Requests { get; init; }

    /// <summary>
    /// Bytes allocated per request by the runtime's precise counter: the mean, with all that the process did besides.
    /// </summary>
    public required double CountedBytes { get; init; }

    /// <summary>Every type that a request allocates, the most bytes first.</summary>
    public required IReadOnlyList<AllocatedType> Types { get; init; }

    /// <summary>
    /// Events that stand for more than one object: where there are any, the runtime sampled, and <see cref="Types"/>
    /// is not exact.
    /// </summary>
    public required int SampledEvents { get; init; }

    /// <summary>The log lines of three requests under counted ids.</summary>
    public required ByteProof Log { get; init; }

    /// <summary>The responses of three requests, without their date; empty on a tier that has none.</summary>
    public required ByteProof Responses { get; init; }

    /// <summary>Awaits of a task that was not complete yet, in a request; the median.</summary>
    public required double YieldedAwaits { get; init; }

    /// <summary>Share of the requests that had exactly <see cref="YieldedAwaits"/>, 0 to 1.</summary>
    public required double YieldedAwaitsShare { get; init; }

    /// <summary>How often a request went on allocating on another thread; the mean.</summary>
    public required double ThreadHops { get; init; }

    /// <summary>The standard error of <see cref="ThreadHops"/>.</summary>
    public required double ThreadHopsError { get; init; }

    /// <summary>Bytes of <see cref="Types"/>: what every request allocates alike.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public long TypedBytes => Types.Sum(type => type.Bytes);
}

/// <summary>What a request allocates of one type.</summary>
/// <param name="Name">
/// The type's full name as the runtime writes it, with the variant's own part replaced by
/// <see cref="TypeNames.Variant"/>.
/// </param>
/// <param name="Count">Objects a request, 1 or more: the median over all requests.</param>
/// <param name="Bytes">Their bytes: the median over all requests.</param>
/// <param name="Share">Share of the requests that allocated exactly this, 0 to 1.</param>
public sealed record AllocatedType(string Name, long Count, long Bytes, double Share);

/// <summary>Bytes of a few requests, so that two variants' can be held against each other.</summary>
/// <param name="BytesPerRequest">Bytes a request.</param>
/// <param name="Sha256">The hash of all of them, in hexadecimal.</param>
public sealed record ByteProof(double BytesPerRequest, string Sha256)
{
    /// <summary>The proof of some bytes.</summary>
    /// <param name="bytes">All bytes of the requests.</param>
    /// <param name="requests">Number of requests, 1 or more.</param>
    public static ByteProof Of(ReadOnlySpan<byte> bytes, int requests) =>
        new((double)bytes.Length / requests, Convert.ToHexStringLower(SHA256.HashData(bytes)));
}
