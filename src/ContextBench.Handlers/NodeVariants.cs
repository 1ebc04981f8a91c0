namespace ContextBench.Handlers;

/// <summary>The variants of the article's own application on Node.js, <c>bench/node-reference</c>.</summary>
public static class NodeVariants
{
    /// <summary>All of them, in the order in which they are reported.</summary>
    public static IReadOnlyList<VariantFacts> All { get; } =
    [
        new("classic", "the id is a parameter", VariantRole.Baseline),
        new("control", "classic in a process of its own (A/A)", VariantRole.Control),
        new("als", "the article's map of values in an AsyncLocalStorage", VariantRole.Candidate),
        new("no-id", "no id on any line", VariantRole.WithoutId),
    ];

    /// <summary>Finds a variant that has to be there.</summary>
    /// <param name="name">Its permanent name.</param>
    /// <exception cref="ArgumentException">There is no variant of that name.</exception>
    public static VariantFacts Get(string name) =>
        All.FirstOrDefault(variant => variant.Name == name)
            ?? throw new ArgumentException($"no variant on Node.js is named '{name}'", nameof(name));
}
