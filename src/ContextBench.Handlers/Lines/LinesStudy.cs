using ContextBench.Agent;
using ContextBench.Workloads;
using ContextBench.Workloads.Emails;

namespace ContextBench.Handlers.Lines;

/// <summary>The suite's own log lines: one formatter, and the id in front of the message.</summary>
internal static class LinesStudy
{
    public static Study Study { get; } = new(
        "lines", "the suite's own log lines", EmailWorkload.Kind, typeof(LinesStudy).Assembly,
        [
            new("classic", "the id is a parameter", VariantRole.Baseline, Type(nameof(ClassicHandler))),
            new("control", "classic, loaded a second time (A/A)", VariantRole.Control, Type(nameof(ClassicHandler))),
            new("async-local", "a string in an AsyncLocal", VariantRole.Candidate, Type(nameof(AsyncLocalHandler))),
            new(
                "async-local-map", "the article's map of values in one AsyncLocal", VariantRole.Candidate,
                Type(nameof(AsyncLocalMapHandler))),
            new("no-id", "no id on any line", VariantRole.WithoutId, Type(nameof(NoIdHandler))),
        ]);

    private static string Type(string name) => $"{typeof(LinesStudy).Namespace}.{name}";
}
