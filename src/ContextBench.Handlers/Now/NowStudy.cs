using ContextBench.Agent;
using ContextBench.Workloads;
using ContextBench.Workloads.Now;

namespace ContextBench.Handlers.Now;

/// <summary>The request that the article's benchmark sent: the suite's own log lines, one a request.</summary>
internal static class NowStudy
{
    public static Study Study { get; } = new(
        "now", "the article's own request: one log line under nested async methods", NowWorkload.Kind,
        typeof(NowStudy).Assembly,
        [
            new("classic", "the id is a parameter", VariantRole.Baseline, Type(nameof(ClassicHandler))),
            new("control", "classic, loaded a second time (A/A)", VariantRole.Control, Type(nameof(ClassicHandler))),
            new("async-local", "a string in an AsyncLocal", VariantRole.Candidate, Type(nameof(AsyncLocalHandler))),
            new(
                "async-local-map", "the article's map of values in one AsyncLocal", VariantRole.Candidate,
                Type(nameof(AsyncLocalMapHandler))),
            new("no-id", "no id on any line", VariantRole.WithoutId, Type(nameof(NoIdHandler))),
        ]);

    private static string Type(string name) => $"{typeof(NowStudy).Namespace}.{name}";
}
