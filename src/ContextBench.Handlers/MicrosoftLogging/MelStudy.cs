using ContextBench.Agent;
using ContextBench.Workloads;
using ContextBench.Workloads.Emails;

namespace ContextBench.Handlers.MicrosoftLogging;

/// <summary>
/// Microsoft.Extensions.Logging: the id in the template of each line, or in a scope around the request.
/// </summary>
internal static class MelStudy
{
    public static Study Study { get; } = new(
        "mel", "Microsoft.Extensions.Logging", EmailWorkload.Kind, typeof(MelStudy).Assembly,
        [
            new(
                "mel-explicit", "the id is a parameter, and in the template of each line", VariantRole.Baseline,
                Type(nameof(MelExplicitHandler))),
            new(
                "control", "mel-explicit, loaded a second time (A/A)", VariantRole.Control,
                Type(nameof(MelExplicitHandler))),
            new(
                "mel-begin-scope", "the id is in ILogger.BeginScope", VariantRole.Candidate,
                Type(nameof(MelBeginScopeHandler))),
            new("no-id", "no id on any line", VariantRole.WithoutId, Type(nameof(MelNoIdHandler))),
        ]);

    private static string Type(string name) => $"{typeof(MelStudy).Namespace}.{name}";
}
