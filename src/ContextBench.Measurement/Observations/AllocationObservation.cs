namespace ContextBench.Measurement.Observations;

/// <summary>What the allocation phase of a launch counted for one variant.</summary>
/// <param name="BytesPerOperation">For each round, allocated bytes per operation.</param>
/// <param name="Gen0">Collections of generation 0 in all rounds, the higher ones included.</param>
/// <param name="Gen1">Collections of generation 1 in all rounds, generation 2 included.</param>
/// <param name="Gen2">Collections of generation 2 in all rounds.</param>
public sealed record AllocationObservation(IReadOnlyList<double> BytesPerOperation, int Gen0, int Gen1, int Gen2)
{
    /// <summary>Sums up rounds.</summary>
    /// <param name="rounds">What each round used.</param>
    /// <param name="operations">Operations in a round.</param>
    public static AllocationObservation Of(IReadOnlyCollection<RuntimeCounters> rounds, int operations) => new(
        [.. rounds.Select(used => Math.Round((double)used.AllocatedBytes / operations, 2))],
        rounds.Sum(used => used.Gen0),
        rounds.Sum(used => used.Gen1),
        rounds.Sum(used => used.Gen2));
}
