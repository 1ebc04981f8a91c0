namespace ContextBench.Handlers;

/// <summary>
/// The compilations of a variant's code in one process. Where code lies in memory makes one compilation of a bare
/// handler some percent faster than another of the same source, for as long as the process lives; a launch that
/// measures many of them sees what the source costs, rather than the place.
/// </summary>
public static class VariantCopies
{
    /// <summary>How often every variant is compiled: once as it is written, and in generated namespaces.</summary>
    public const int Count = 16;

    /// <summary>Creates a variant's handler from one of its compilations.</summary>
    /// <param name="variant">The variant.</param>
    /// <param name="copy">The compilation, 0 to <see cref="Count"/> − 1; 0 is the catalogue's own.</param>
    /// <param name="services">The services that all variants share.</param>
    internal static RequestHandler Create(Variant variant, int copy, RequestServices services) =>
        copy == 0 ? variant.Create(services) : CreatorOf(variant, copy)(services);

    private static Func<RequestServices, RequestHandler> CreatorOf(Variant variant, int copy)
    {
        var name = $"{typeof(VariantCopies).Namespace}.Copy{copy}.{variant.HandlerTypeName}";
        var create = typeof(VariantCopies).Assembly.GetType(name)?.GetMethod(nameof(Variant.Create))
            ?? throw new ArgumentOutOfRangeException(nameof(copy), copy, $"{name} was not compiled");
        return create.CreateDelegate<Func<RequestServices, RequestHandler>>();
    }
}
