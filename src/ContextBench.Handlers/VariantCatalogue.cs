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

    /// <summary>
    /// The most arms of the baseline with a dose in one process. Each is compiled on its own, as the control is: an arm
    /// that shared the baseline's code would keep it in the caches for both, and the control would look dearer than it
    /// is.
    /// </summary>
    public static int MostDosedBaselines => DosedCopies.Count;

    private static IReadOnlyList<(string TypeName, Func<RequestServices, RequestHandler> Create)> DosedCopies { get; } =
    [
        (nameof(Dosed1Handler), services => Dosed1Handler.Create(services)),
        (nameof(Dosed2Handler), services => Dosed2Handler.Create(services)),
        (nameof(Dosed3Handler), services => Dosed3Handler.Create(services)),
        (nameof(Dosed4Handler), services => Dosed4Handler.Create(services)),
        (nameof(Dosed5Handler), services => Dosed5Handler.Create(services)),
        (nameof(Dosed6Handler), services => Dosed6Handler.Create(services)),
        (nameof(Dosed7Handler), services => Dosed7Handler.Create(services)),
        (nameof(Dosed8Handler), services => Dosed8Handler.Create(services)),
        (nameof(Dosed9Handler), services => Dosed9Handler.Create(services)),
    ];

    /// <summary>Finds a variant.</summary>
    /// <param name="name">Its permanent name, with a <see cref="Dose"/> or without: <c>classic+0.66us</c>.</param>
    /// <returns>The variant, alone in its process, or null where there is none of that name.</returns>
    public static Variant? Find(string name)
    {
        if (name.Split(Dose.Separator) is not [var known, var text])
            return All.FirstOrDefault(variant => variant.Name == name);

        var variant = All.FirstOrDefault(variant => variant.Name == known);
        var dose = Dose.Parse(text);
        if (variant is null || dose is null)
            return null;

        var dosed = variant with
        {
            Name = name,
            Summary = $"{known} with a known dose",
            Role = variant.Role == VariantRole.WithoutId ? VariantRole.WithoutId : VariantRole.Candidate,
            Dose = dose,
        };
        return variant == Baseline ? InCopy(dosed, 0) : dosed;
    }

    /// <summary>Finds a variant that has to be there.</summary>
    /// <param name="name">Its permanent name.</param>
    /// <returns>The variant, alone in its process.</returns>
    /// <exception cref="ArgumentException">There is no variant of that name.</exception>
    public static Variant Get(string name) =>
        Find(name) ?? throw new ArgumentException($"no variant is named '{name}'", nameof(name));

    /// <summary>
    /// Finds the variants of one process: each arm of the baseline with a dose gets a compilation of its own, by the
    /// order in which they are named, which is the launch's to permute.
    /// </summary>
    /// <param name="names">Their permanent names, in the order of creation.</param>
    /// <returns>The variants, in the order of the names.</returns>
    /// <exception cref="ArgumentException">
    /// There is no variant of a name, or more arms of the baseline with a dose than <see cref="MostDosedBaselines"/>.
    /// </exception>
    public static IReadOnlyList<Variant> GetAll(IReadOnlyCollection<string> names)
    {
        var variants = names.Select(Get).ToArray();
        string[] dosed = [.. variants.Where(IsDosedBaseline).Select(variant => variant.Name).Distinct()];
        if (dosed.Length > MostDosedBaselines)
        {
            throw new ArgumentException(
                $"{dosed.Length} arms of the baseline with a dose; {MostDosedBaselines} are compiled", nameof(names));
        }

        return
        [
            .. variants.Select(variant =>
                IsDosedBaseline(variant) ? InCopy(variant, Array.IndexOf(dosed, variant.Name)) : variant),
        ];
    }

    private static bool IsDosedBaseline(Variant variant) =>
        variant.HandlerTypeName == DosedCopies[0].TypeName;

    private static Variant InCopy(Variant dosed, int copy) => dosed with
    {
        Create = DosedCopies[copy].Create,
        HandlerTypeName = DosedCopies[copy].TypeName,
    };
}
