using System.Text.RegularExpressions;

namespace ContextBench.Analysis.Inspections;

/// <summary>What the runtime's types are, in a line, and how they are written for people.</summary>
/// <remarks>
/// Read in dotnet/runtime: <c>ExecutionContext.SetLocalValue</c> (ExecutionContext.cs), <c>AsyncLocalValueMap</c>
/// (AsyncLocal.cs), <c>AsyncTaskMethodBuilder.AsyncStateMachineBox</c> (AsyncTaskMethodBuilderT.cs), all in
/// System.Private.CoreLib. Nothing is said of a type that was not looked up.
/// </remarks>
public static partial class TypeMeaning
{
    /// <summary>What a type is; empty where nobody has looked it up.</summary>
    /// <param name="name">The type's name.</param>
    public static string Of(string name) => name switch
    {
        "System.Threading.ExecutionContext" =>
            "what flows with an await; made anew by each set of an `AsyncLocal` that leaves any value live",
        "OneElementAsyncLocalValueMap" => ValuesOf("1 live `AsyncLocal`"),
        "TwoElementAsyncLocalValueMap" => ValuesOf("2 live `AsyncLocal`s"),
        "ThreeElementAsyncLocalValueMap" => ValuesOf("3 live `AsyncLocal`s"),
        _ when Box().IsMatch(name) => "an async method that had to wait: its parameters and locals",
        _ => "",
    };

    /// <summary>A type's name for people: an async method's box by the method's name.</summary>
    /// <param name="name">The type's name.</param>
    public static string Display(string name) => Box().Match(name) is { Success: true } box
        ? $"async {box.Groups["type"].Value}.{box.Groups["method"].Value}"
        : name;

    private static string ValuesOf(string live) => $"the values of {live}; copied by each set that leaves so many";

    // AsyncStateMachineBox`1[result,Namespace.Type+<Method>d__1]
    [GeneratedRegex(@"^AsyncStateMachineBox`1\[.*[.,](?<type>[^.,+]+)\+<(?<method>\w+)>(d__\d+)?\]$")]
    private static partial Regex Box();
}
