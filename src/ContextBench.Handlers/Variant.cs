namespace ContextBench.Handlers;

/// <summary>One way to carry the request id.</summary>
/// <param name="Name">Its permanent name, in options and files.</param>
/// <param name="Summary">One line for people.</param>
/// <param name="Role">Its part in a comparison.</param>
/// <param name="Create">Makes its handler on the services that all variants share.</param>
public sealed record Variant(
    string Name, string Summary, VariantRole Role, Func<RequestServices, RequestHandler> Create)
{
    /// <summary>What is added to it to check the instrument; none of the catalogue's own variants has any.</summary>
    public Dose Dose { get; init; } = Dose.None;

    /// <summary>
    /// The name of the type that handles its requests: <c>async-local</c> is handled by <c>AsyncLocalHandler</c>.
    /// </summary>
    public string HandlerTypeName { get; init; } =
        string.Concat(Name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])) + "Handler";
}

/// <summary>A variant's part in a comparison.</summary>
public enum VariantRole
{
    /// <summary>What the others are compared with.</summary>
    Baseline,

    /// <summary>The baseline compiled a second time: baseline against control is the A/A comparison.</summary>
    Control,

    /// <summary>Compared with the baseline; writes the same log bytes.</summary>
    Candidate,

    /// <summary>Compared with the baseline; writes its lines without the id.</summary>
    WithoutId,
}
