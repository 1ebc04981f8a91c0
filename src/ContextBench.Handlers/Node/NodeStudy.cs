using ContextBench.Agent;

namespace ContextBench.Handlers.Node;

/// <summary>The variants of the article's own application on Node.js, <c>bench/node-reference</c>.</summary>
public static class NodeStudy
{
    /// <summary>The study; its handlers are the script's.</summary>
    public static StudyFacts Facts { get; } = new("node", [
        new("classic", "the id is a parameter", VariantRole.Baseline, "ClassicHandler"),
        new("control", "classic in a process of its own (A/A)", VariantRole.Control, "ControlHandler"),
        new("als", "the article's map of values in an AsyncLocalStorage", VariantRole.Candidate, "AlsHandler"),
        new("no-id", "no id on any line", VariantRole.WithoutId, "NoIdHandler"),
    ]);
}
