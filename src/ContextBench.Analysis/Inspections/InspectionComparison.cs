using ContextBench.Measurement.Inspections;

namespace ContextBench.Analysis.Inspections;

/// <summary>What differs between one request of two variants.</summary>
/// <param name="Baseline">The first variant.</param>
/// <param name="Candidate">The second, inspected on the same tier with the same workload.</param>
public sealed record InspectionComparison(Inspection Baseline, Inspection Candidate)
{
    private readonly TypeDifference[] _types =
    [
        .. from name in Baseline.Types.Concat(Candidate.Types).Select(type => type.Name).Distinct()
           let one = Baseline.Types.FirstOrDefault(type => type.Name == name)
           let other = Candidate.Types.FirstOrDefault(type => type.Name == name)
           select new TypeDifference(name, one?.Count ?? 0, one?.Bytes ?? 0, other?.Count ?? 0, other?.Bytes ?? 0),
    ];

    /// <summary>The types of which they allocate not the same, the largest difference in bytes first.</summary>
    public IReadOnlyList<TypeDifference> Differences =>
    [
        .. _types.Where(type => !IsEqual(type))
            .OrderByDescending(type => Math.Abs(type.Bytes))
            .ThenBy(type => type.Name, StringComparer.Ordinal),
    ];

    /// <summary>Number of types of which they allocate the same.</summary>
    public int EqualTypes => _types.Count(IsEqual);

    /// <summary>The bytes of those, in either.</summary>
    public long EqualBytes => _types.Where(IsEqual).Sum(type => type.BaselineBytes);

    /// <summary>Bytes that the second variant allocates more, type by type.</summary>
    public long TypedDifference => _types.Sum(type => type.Bytes);

    /// <summary>Bytes that the second variant allocates more, by the runtime's precise counter: of the means.</summary>
    public double CountedDifference => Candidate.CountedBytes - Baseline.CountedBytes;

    private static bool IsEqual(TypeDifference type) => type is { Count: 0, Bytes: 0 };
}
