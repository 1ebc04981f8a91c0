namespace ContextBench.Measurement.Blocks;

/// <summary>
/// Orders in which every variant stands equally often in each place and follows each other variant equally often, so
/// that what a slice leaves behind for the next cancels.
/// </summary>
/// <remarks>
/// E. J. Williams, <i>Experimental designs balanced for the estimation of residual effects of treatments</i>,
/// Australian Journal of Scientific Research A 2 (1949) 149–168: n orders of an even number n of treatments, 2n of an
/// odd one.
/// </remarks>
public static class WilliamsDesign
{
    /// <summary>Builds the design.</summary>
    /// <param name="variants">Number of variants, 1 or more.</param>
    /// <returns>The orders; each is a permutation of 0 … variants − 1.</returns>
    public static IReadOnlyList<int[]> For(int variants)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(variants, 1);

        // The first order is 0, 1, n−1, 2, n−2, …: its neighbours differ by every amount once (mod n). The others
        // add 1 to each.
        var first = new int[variants];
        for (var place = 1; place < variants; place++)
            first[place] = place % 2 == 1 ? (place + 1) / 2 : variants - (place / 2);

        var orders = Enumerable.Range(0, variants)
            .Select(shift => first.Select(variant => (variant + shift) % variants).ToArray())
            .ToList();
        if (variants % 2 == 1 && variants > 1)
            orders.AddRange(orders.Select(order => order.Reverse().ToArray()).ToList());

        return orders;
    }
}
