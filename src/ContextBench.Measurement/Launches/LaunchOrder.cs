using ContextBench.Handlers;

namespace ContextBench.Measurement.Launches;

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

    /// <summary>
    /// The variants as the process under test has them: the compilations of doses go by the order of creation.
    /// </summary>
    /// <param name="names">The variants' names, in the order of the plan.</param>
    /// <returns>The variants, in the order of the plan.</returns>
    public IReadOnlyList<Variant> Resolve(IReadOnlyList<string> names)
    {
        var created = VariantCatalogue.GetAll([.. Creation.Select(variant => names[variant])]);
        return [.. names.Select((_, variant) => created[Array.IndexOf(Creation, variant)])];
    }

    private static int[] Shuffled(int count, Random random)
    {
        var order = Enumerable.Range(0, count).ToArray();
        random.Shuffle(order);
        return order;
    }
}
