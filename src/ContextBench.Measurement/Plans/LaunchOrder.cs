namespace ContextBench.Measurement.Plans;

/// <summary>
/// What a launch's seed permutes around its blocks, so that no variant is always first or in the same slot.
/// </summary>
/// <param name="Creation">Variant indices in the order in which handlers are created and routes registered.</param>
/// <param name="Slots">The slot of each variant's route.</param>
/// <param name="FirstCall">Variant indices in the order in which each is first called.</param>
public sealed record LaunchOrder(int[] Creation, int[] Slots, int[] FirstCall)
{
    /// <summary>Draws the orders of a launch.</summary>
    /// <param name="variants">Number of variants.</param>
    /// <param name="random">The launch's random numbers.</param>
    public static LaunchOrder Draw(int variants, Random random) =>
        new(Shuffled(variants, random), Shuffled(variants, random), Shuffled(variants, random));

    private static int[] Shuffled(int count, Random random)
    {
        var order = Enumerable.Range(0, count).ToArray();
        random.Shuffle(order);
        return order;
    }
}
