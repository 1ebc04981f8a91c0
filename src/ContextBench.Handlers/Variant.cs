namespace ContextBench.Handlers;

/// <summary>One way to carry the request id in .NET.</summary>
/// <param name="Name">Its permanent name, in options and files.</param>
/// <param name="Summary">One line for people.</param>
/// <param name="Role">Its part in a comparison.</param>
/// <param name="Create">Makes its handler on the services that all variants share.</param>
public sealed record Variant(
    string Name, string Summary, VariantRole Role, Func<RequestServices, RequestHandler> Create)
    : VariantFacts(Name, Summary, Role)
{
    /// <summary>What is added to it to check the instrument; none of the catalogue's own variants has any.</summary>
    public Dose Dose { get; init; } = Dose.None;
}
