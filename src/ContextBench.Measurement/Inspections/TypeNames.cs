using System.Text.RegularExpressions;

namespace ContextBench.Measurement.Inspections;

/// <summary>Makes the names of types comparable between variants.</summary>
/// <remarks>
/// Every variant is written in classes of its own, named for it: <c>ClassicLog</c> and <c>AsyncLocalLog</c> are the
/// same part of a request. The compiler numbers the state machines of a class by the methods before them.
/// </remarks>
public static partial class TypeNames
{
    /// <summary>Stands for a variant's name in the names of its classes.</summary>
    public const string Variant = "‹variant›";

    private const string Namespace = "ContextBench.Handlers.Variants.";
    private const string Suffix = "Handler";

    /// <summary>A type's name with the variant's part replaced.</summary>
    /// <param name="name">The full name.</param>
    /// <param name="handlerTypeName">The variant's handler, such as <c>ClassicHandler</c>.</param>
    public static string Generalize(string name, string handlerTypeName) => Numbered().Replace(
        name.Replace(
            Namespace + handlerTypeName[..^Suffix.Length], Namespace + Variant, StringComparison.Ordinal),
        "$1");

    [GeneratedRegex($@"({Variant}\w*\+<\w+>)d__\d+")]
    private static partial Regex Numbered();
}
