using System.Security.Cryptography;

namespace ContextBench.Measurement.Inspections;

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
