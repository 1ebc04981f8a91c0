using System.Reflection;

namespace ContextBench.Workloads;

/// <summary>
/// What is compared with what: variants that handle the same requests through the same logging stack.
/// </summary>
/// <param name="Name">Its permanent name, in options and files.</param>
/// <param name="Summary">One line for people.</param>
/// <param name="Workload">The kind of request that they handle.</param>
/// <param name="Assembly">Where the handlers' classes are.</param>
/// <param name="Variants">
/// The variants, in the order in which they are listed and reported: one baseline, one control, and what is compared
/// with the baseline.
/// </param>
public sealed record Study(
    string Name, string Summary, WorkloadKind Workload, Assembly Assembly, IReadOnlyList<Variant> Variants)
{
    /// <summary>The variant that the others are compared with.</summary>
    public Variant Baseline => Variants.Single(variant => variant.Role == VariantRole.Baseline);

    /// <summary>The baseline's second copy.</summary>
    public Variant Control => Variants.Single(variant => variant.Role == VariantRole.Control);

    /// <summary>Finds a variant.</summary>
    /// <param name="name">Its permanent name, with a <see cref="InjectedCost"/> or without:
    /// <c>classic+0.66us</c>.</param>
    /// <returns>The variant, or null where there is none of that name.</returns>
    public Variant? Find(string name)
    {
        if (name.Split(InjectedCost.Separator) is not [var known, var text])
            return Variants.FirstOrDefault(variant => variant.Name == name);

        return Find(known) is { } variant && InjectedCost.Parse(text) is { } cost ? variant.With(cost, name) : null;
    }

    /// <summary>Finds a variant that has to be there.</summary>
    /// <param name="name">Its permanent name.</param>
    /// <exception cref="ArgumentException">There is no variant of that name.</exception>
    public Variant Get(string name) =>
        Find(name) ?? throw new ArgumentException($"no variant is named '{name}'", nameof(name));

    /// <summary>The name of the baseline with a cost added to it.</summary>
    /// <param name="cost">The cost, as <see cref="InjectedCost"/> reads it: <c>0.66us</c>.</param>
    public string BaselineWith(string cost) => $"{Baseline.Name}{InjectedCost.Separator}{cost}";

    /// <summary>What a run with all variants writes down of it.</summary>
    public StudyFacts Facts => new(Name, [.. Variants.Select(variant => variant.Facts)]);

    /// <summary>What a run with some of the variants writes down of it.</summary>
    /// <param name="names">Their names, in the order that the run has them.</param>
    /// <exception cref="ArgumentException">There is no variant of a name.</exception>
    public StudyFacts FactsOf(params IEnumerable<string> names) =>
        new(Name, [.. names.Select(name => Get(name).Facts)]);
}
