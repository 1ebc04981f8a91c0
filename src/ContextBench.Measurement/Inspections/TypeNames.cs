namespace ContextBench.Measurement.Inspections;

/// <summary>Makes the names of types comparable between variants.</summary>
/// <remarks>
/// Every variant is written in classes of its own, named for it: <c>ClassicLog</c> and <c>AsyncLocalLog</c> are the
/// same part of a request. The compiler numbers the state machines of a class by the methods before them.
/// </remarks>
public static class TypeNames
{
    /// <summary>Stands for a variant's name in the names of its classes.</summary>
    public const string Variant = "‹variant›";

    private const string Suffix = "Handler";

    /// <summary>A type's name with the variant's part replaced.</summary>
    /// <param name="name">The full name.</param>
    /// <param name="handler">
    /// The variant's handler (<see cref="VariantFacts.Handler"/>), such as <c>ClassicHandler in control</c>.
    /// </param>
    public static string Generalize(string name, string handler)
    {
        var prefix = handler.Split(' ')[0][..^Suffix.Length];
        var general = Regex.Replace(name, $@"(ContextBench\.Handlers\.\w+\.){prefix}", $"$1{Variant}");
        return Regex.Replace(general, $@"({Variant}\w*\+<\w+>)d__\d+", "$1");
    }
}
