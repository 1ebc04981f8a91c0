namespace ContextBench.Analysis.Inspections;

/// <summary>What two variants allocate of one type in a request.</summary>
/// <param name="Name">The type's name, the variants' own part replaced.</param>
/// <param name="BaselineCount">Objects in the first variant, 0 or more.</param>
/// <param name="BaselineBytes">Their bytes.</param>
/// <param name="CandidateCount">Objects in the second variant, 0 or more.</param>
/// <param name="CandidateBytes">Their bytes.</param>
public sealed record TypeDifference(
    string Name, long BaselineCount, long BaselineBytes, long CandidateCount, long CandidateBytes)
{
    /// <summary>Objects that the second variant allocates more.</summary>
    public long Count => CandidateCount - BaselineCount;

    /// <summary>Bytes that the second variant allocates more.</summary>
    public long Bytes => CandidateBytes - BaselineBytes;
}
