using ContextBench.Agent;

namespace ContextBench.Handlers.Node;

/// <summary>The variants of the article's own application on Node.js, <c>bench/node-reference</c>.</summary>
public static class NodeStudy
{
    /// <summary>The emails, as in the study <c>lines</c>; the handlers are the script's.</summary>
    public static StudyFacts Lines { get; } = Of("node", "Handler");

    /// <summary>The article's own request, as in the study <c>now</c>.</summary>
    public static StudyFacts Now { get; } = Of("node-now", "NowHandler");

    private static StudyFacts Of(string name, string handler) => new(name, [
        new("classic", "the id is a parameter", VariantRole.Baseline, $"Classic{handler}"),
        new("control", "classic in a process of its own (A/A)", VariantRole.Control, $"Control{handler}"),
        new("als", "the article's map of values in an AsyncLocalStorage", VariantRole.Candidate, $"Als{handler}"),
        new("no-id", "no id on any line", VariantRole.WithoutId, $"NoId{handler}"),
    ]);
}
