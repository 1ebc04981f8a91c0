namespace ContextBench.Statistics;

/// <summary>
/// A batch of consecutive blocks of one launch: what a slice of the baseline and a slice of the candidate,
/// of the same number of operations, cost in each block.
/// </summary>
/// <remarks>Throws <see cref="ArgumentException"/> where there is no block, or the lengths differ.</remarks>
public sealed record PairedBatch(
    IReadOnlyList<long> Baseline, IReadOnlyList<long> Candidate, IReadOnlyList<bool>? LeftOut = null)
{
    /// <summary>The cost of the baseline's slice in each block, in the metric's unit (a time in nanoseconds).</summary>
    public IReadOnlyList<long> Baseline { get; } = Baseline.Count > 0
        ? Baseline
        : throw new ArgumentException("a batch needs at least one block; got none", nameof(Baseline));

    /// <summary>The cost of the candidate's slice in each block, in the same unit and order.</summary>
    public IReadOnlyList<long> Candidate { get; } = Candidate.Count == Baseline.Count
        ? Candidate
        : throw new ArgumentException(
            $"a block holds a slice of each variant; got {Baseline.Count} of the baseline "
            + $"and {Candidate.Count} of the candidate",
            nameof(Candidate));

    /// <summary>See <see cref="LaunchEstimate.CappedLogRatio"/>.</summary>
    /// <remarks>
    /// Low, since it is rather how many slices are slow that tells a tail than how slow they are, which a machine's
    /// own disturbances decide too.
    /// </remarks>
    public const double CapFactor = 2;

    /// <summary>
    /// Whether each block is left out, because one of its slices overlaps a collection, say: it takes part in no
    /// estimate then. Null where none is.
    /// </summary>
    public IReadOnlyList<bool>? LeftOut { get; } = LeftOut is null || LeftOut.Count == Baseline.Count
        ? LeftOut
        : throw new ArgumentException(
            $"each block is left out or not; got {LeftOut.Count} answers for {Baseline.Count} blocks", nameof(LeftOut));

    /// <summary>
    /// ln(1 + trimmed mean of candidate − baseline / trimmed mean of the baseline) over the usable blocks, 20 % at
    /// either end: of a cost that is added to every operation it is that cost over the baseline's.
    /// </summary>
    /// <remarks>
    /// The mean of log-ratios relates an added cost to the harmonic mean of the baseline's, and so makes more of it: by
    /// the square of the slices' coefficient of variation, about. The logarithm is always one of a number above 0: a
    /// difference is above the negative of its baseline, and both are trimmed alike.
    /// </remarks>
    /// <returns>The log-ratio; null where no block is usable.</returns>
    internal double? TrimmedLogRatio()
    {
        int[] usable = [.. UsableBlocks()];
        if (usable.Length == 0)
            return null;

        double[] differences = [.. usable.Select(block => (double)Candidate[block] - Baseline[block])];
        double[] baseline = [.. usable.Select(block => (double)Baseline[block])];
        return double.LogP1(TrimmedMean.Of(differences) / TrimmedMean.Of(baseline));
    }

    /// <summary>The sum of the costs, of either variant, in the blocks that are not left out.</summary>
    internal double SumOfKept(IReadOnlyList<long> costs) => Kept(costs).Sum(); // of long values it could overflow

    /// <summary>
    /// The sum of the costs, of either variant, in the blocks that are not left out, each held to
    /// <see cref="CapFactor"/> times the median of those above 0.
    /// </summary>
    internal double CappedSumOfKept(IReadOnlyList<long> costs)
    {
        double[] above = [.. Kept(costs).Where(cost => cost > 0)];
        if (above.Length == 0)
            return 0;

        var most = CapFactor * Median.Of(above);
        return above.Sum(cost => Math.Min(cost, most));
    }

    /// <summary>
    /// The blocks that are not left out and in which both costs are positive: where one is not, the clock did not move.
    /// </summary>
    internal IEnumerable<int> UsableBlocks() => Enumerable.Range(0, Baseline.Count)
        .Where(block => IsKept(block) && Baseline[block] > 0 && Candidate[block] > 0);

    private IEnumerable<double> Kept(IReadOnlyList<long> costs) =>
        costs.Where((_, block) => IsKept(block)).Select(cost => (double)cost);

    private bool IsKept(int block) => LeftOut is null || !LeftOut[block];
}
