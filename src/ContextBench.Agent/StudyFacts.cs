using System.Text.Json.Serialization;

namespace ContextBench.Agent;

/// <summary>What a run compares with what; decided before it, and written with it.</summary>
/// <param name="Name">The study's permanent name.</param>
/// <param name="Variants">
/// The run's variants, in the order of every array by variant; one is the baseline, and one may be the control.
/// </param>
public sealed record StudyFacts(string Name, IReadOnlyList<VariantFacts> Variants)
{
    /// <summary>The names of the variants, in the same order.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Names => [.. Variants.Select(variant => variant.Name)];

    /// <summary>The name of the variant that the others are compared with.</summary>
    [JsonIgnore]
    public string Baseline => NameOf(VariantRole.Baseline)
        ?? throw new InvalidOperationException("the study has no baseline, which the others are compared with");

    /// <summary>The name of the baseline's second copy; null where a run has none.</summary>
    [JsonIgnore]
    public string? Control => NameOf(VariantRole.Control);

    /// <summary>Finds a variant.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The variant, or null where the run has none of that name.</returns>
    public VariantFacts? Find(string name) => Variants.FirstOrDefault(variant => variant.Name == name);

    /// <summary>The same study with some of its variants alone.</summary>
    /// <param name="names">Their names, in the order that they are to have.</param>
    /// <exception cref="ArgumentException">The study has no variant of a name.</exception>
    public StudyFacts Only(params IEnumerable<string> names) => this with
    {
        Variants =
        [
            .. names.Select(name => Find(name)
                ?? throw new ArgumentException($"no variant is named '{name}'", nameof(names))),
        ],
    };

    private string? NameOf(VariantRole role) => Variants.FirstOrDefault(variant => variant.Role == role)?.Name;
}
