using ContextBench.Measurement.Inspections;

namespace ContextBench.Analysis.Inspections;

/// <summary>What differs between one request of two variants.</summary>
/// <param name="Baseline">The first variant.</param>
/// <param name="Candidate">The second.</param>
/// <param name="Differences">
/// The types of which they allocate not the same, the largest difference in bytes first.
/// </param>
/// <param name="EqualTypes">Number of types of which they allocate the same.</param>
/// <param name="EqualBytes">The bytes of those, in either.</param>
public sealed record InspectionComparison(
    Inspection Baseline, Inspection Candidate, IReadOnlyList<TypeDifference> Differences, int EqualTypes,
    long EqualBytes)
{
    /// <summary>Bytes that the second variant allocates more, type by type.</summary>
    public long TypedDifference => Differences.Sum(type => type.Bytes);

    /// <summary>Bytes that the second variant allocates more, by the runtime's precise counter: of the means.</summary>
    public double CountedDifference => Candidate.CountedBytes - Baseline.CountedBytes;

    /// <summary>Compares them.</summary>
    /// <param name="baseline">The first variant.</param>
    /// <param name="candidate">The second, inspected on the same tier with the same workload.</param>
    public static InspectionComparison Of(Inspection baseline, Inspection candidate)
    {
        var ofBaseline = baseline.Types.ToDictionary(type => type.Name);
        var ofCandidate = candidate.Types.ToDictionary(type => type.Name);
        TypeDifference[] types =
        [
            .. from name in ofBaseline.Keys.Union(ofCandidate.Keys)
               let one = ofBaseline.GetValueOrDefault(name)
               let other = ofCandidate.GetValueOrDefault(name)
               select new TypeDifference(
                   name, one?.Count ?? 0, one?.Bytes ?? 0, other?.Count ?? 0, other?.Bytes ?? 0),
        ];
        TypeDifference[] equal = [.. types.Where(type => type is { Count: 0, Bytes: 0 })];
        return new InspectionComparison(
            baseline, candidate,
            [
                .. types.Except(equal)
                    .OrderByDescending(type => Math.Abs(type.Bytes))
                    .ThenBy(type => type.Name, StringComparer.Ordinal),
            ],
            equal.Length, equal.Sum(type => type.BaselineBytes));
    }
}
