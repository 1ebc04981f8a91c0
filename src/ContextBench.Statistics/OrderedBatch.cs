namespace ContextBench.Statistics;

/// <summary>A batch of consecutive blocks of one launch with the order of the slices in each.</summary>
/// <remarks>
/// Throws <see cref="ArgumentException"/> where there is no block, or the numbers of blocks or variants differ.
/// </remarks>
/// <param name="Orders">Per block, the variant in each place: a permutation of 0 … variants − 1.</param>
/// <param name="Costs">Per variant, the cost of its slice in each block; one not above 0 is left out.</param>
/// <param name="LeftOut">
/// Per variant, whether its slice in each block is left out, because it overlaps a collection, say; null where none is.
/// </param>
public sealed record OrderedBatch(
    IReadOnlyList<IReadOnlyList<int>> Orders,
    IReadOnlyList<IReadOnlyList<long>> Costs,
    IReadOnlyList<IReadOnlyList<bool>>? LeftOut = null)
{
    /// <summary>Per block, the variant in each place.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Orders { get; } =
        Orders.Count > 0 && Orders.All(order => IsPermutation(order, Costs.Count))
            ? Orders
            : throw new ArgumentException(
                $"need at least one block, and {Costs.Count} variants once in each", nameof(Orders));

    /// <summary>Per variant, the cost of its slice in each block, in the metric's unit.</summary>
    public IReadOnlyList<IReadOnlyList<long>> Costs { get; } =
        Costs.All(costs => costs.Count == Orders.Count)
            ? Costs
            : throw new ArgumentException($"need {Orders.Count} costs of each variant, one a block", nameof(Costs));

    /// <summary>Per variant, whether its slice in each block is left out; null where none is.</summary>
    public IReadOnlyList<IReadOnlyList<bool>>? LeftOut { get; } =
        LeftOut is null || (LeftOut.Count == Costs.Count && LeftOut.All(leftOut => leftOut.Count == Orders.Count))
            ? LeftOut
            : throw new ArgumentException(
                $"need {Orders.Count} answers for each of {Costs.Count} variants", nameof(LeftOut));

    /// <summary>The number of variants.</summary>
    public int Variants => Costs.Count;

    /// <summary>Whether a variant's slice in a block has a logarithm and is not left out.</summary>
    public bool IsUsable(int variant, int block) =>
        Costs[variant][block] > 0 && (LeftOut is null || !LeftOut[variant][block]);

    private static bool IsPermutation(IReadOnlyList<int> order, int variants) =>
        order.Count == variants && order.Order().SequenceEqual(Enumerable.Range(0, variants));
}
