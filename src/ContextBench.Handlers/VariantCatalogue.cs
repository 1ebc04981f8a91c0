using ContextBench.Handlers.Variants;

namespace ContextBench.Handlers;

/// <summary>Every variant there is, one line each.</summary>
public static class VariantCatalogue
{
    /// <summary>All variants, in the order in which they are listed and reported.</summary>
    /// <remarks>
    /// Lambdas, since a delegate on a handler's own method would load its type here, in the same order in every launch:
    /// types lie in memory as they are loaded, and that is the launch's to permute.
    /// </remarks>
    public static IReadOnlyList<Variant> All { get; } =
    [
        new(
            "classic", "the id is a parameter", VariantRole.Baseline,
            services => ClassicHandler.Create(services)),
        new(
            "control", "classic, compiled a second time (A/A)", VariantRole.Control,
            services => ControlHandler.Create(services)),
        new(
            "async-local", "a string in an AsyncLocal", VariantRole.Candidate,
            services => AsyncLocalHandler.Create(services)),
        new(
            "async-local-map", "the article's map of values in one AsyncLocal",
            VariantRole.Candidate, services => AsyncLocalMapHandler.Create(services)),
        new("no-id", "no id on any line", VariantRole.WithoutId, services => NoIdHandler.Create(services)),
    ];

    /// <summary>The variant that the others are compared with.</summary>
    public static Variant Baseline { get; } = All.Single(variant => variant.Role == VariantRole.Baseline);

    /// <summary>The baseline's second copy.</summary>
    public static Variant Control { get; } = All.Single(variant => variant.Role == VariantRole.Control);

    /// <summary>Finds a variant.</summary>
    /// <param name="name">Its permanent name, with a <see cref="Dose"/> or without: <c>classic+0.66us</c>.</param>
    /// <returns>The variant, or null where there is none of that name.</returns>
    public static Variant? Find(string name)
    {
        if (name.Split(Dose.Separator) is not [var known, var text])
            return All.FirstOrDefault(variant => variant.Name == name);

        var variant = All.FirstOrDefault(variant => variant.Name == known);
        var dose = Dose.Parse(text);
        if (variant is null || dose is null)
            return null;

        // The baseline with a dose is compiled once more, as the control is: an arm that shared the baseline's code
        // would keep it in the caches for both, and the control would look dearer than it is.
        var code = variant == Baseline
            ? variant with
            {
                Create = services => DosedHandler.Create(services),
                HandlerTypeName = nameof(DosedHandler),
            }
            : variant;
        return code with
        {
            Name = name,
            Summary = $"{known} with a known dose",
            Role = variant.Role == VariantRole.WithoutId ? VariantRole.WithoutId : VariantRole.Candidate,
            Dose = dose,
        };
    }

    /// <summary>Finds a variant that has to be there.</summary>
    /// <param name="name">Its permanent name.</param>
    /// <exception cref="ArgumentException">There is no variant of that name.</exception>
    public static Variant Get(string name) =>
        Find(name) ?? throw new ArgumentException($"no variant is named '{name}'", nameof(name));
}
