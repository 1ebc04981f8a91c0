namespace ContextBench.Workloads;

/// <summary>One way to carry the request id in .NET.</summary>
/// <param name="Name">Its permanent name, in options and files.</param>
/// <param name="Summary">One line for people.</param>
/// <param name="Role">Its part in a comparison.</param>
/// <param name="HandlerType">
/// The name of the class that handles its requests, with its namespace. A name rather than a type: types lie in memory
/// in the order in which they are loaded, and that is the launch's to permute.
/// </param>
public sealed record Variant(string Name, string Summary, VariantRole Role, string HandlerType)
{
    /// <summary>What a run writes down of it.</summary>
    public VariantFacts Facts =>
        new(Name, Summary, Role, $"{HandlerType[(HandlerType.LastIndexOfAny(['.', '+']) + 1)..]} in {Name}");

    /// <summary>What is added to it to check the instrument; none of a study's own variants has any.</summary>
    public InjectedCost InjectedCost { get; init; } = InjectedCost.None;

    /// <summary>The same code under another name, with a cost added to every request.</summary>
    /// <param name="cost">The cost.</param>
    /// <param name="name">Its name, which says the cost.</param>
    public Variant With(InjectedCost cost, string name) => this with
    {
        Name = name,
        Summary = $"{Name} with a known cost",
        Role = Role == VariantRole.WithoutId ? Role : VariantRole.Candidate,
        InjectedCost = cost,
    };
}
