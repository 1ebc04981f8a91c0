using ContextBench.Measurement.Inspections;
using ContextBench.Workloads.Emails;

namespace ContextBench.Analysis.Tests.Inspections;

/// <summary>Inspections made by hand.</summary>
internal static class SyntheticInspection
{
    private const string Box = "AsyncStateMachineBox`1[System.Threading.Tasks.VoidTaskResult,";

    public static Inspection Classic { get; } = new()
    {
        Variant = "classic",
        Tier = "kestrel",
        Workload = EmailWorkload.Article.Facts,
        Requests = 200,
        CountedBytes = 1000.5,
        Types =
        [
            new("System.String", 4, 360, 1),
            new(Box + "ContextBench.Handlers.Variants.‹variant›EmailService+<SendAsync>]", 3, 360, 1),
            new("System.Threading.ExecutionContext", 2, 80, 1),
            new("TwoElementAsyncLocalValueMap", 1, 48, 1),
            new("Scope", 1, 48, 1),
        ],
        SampledEvents = 0,
        Log = ByteProof.Of("[1] a\n"u8, 1),
        Responses = ByteProof.Of("200"u8, 1),
        YieldedAwaits = 11,
        YieldedAwaitsShare = 1,
        ThreadHops = 0.10,
        ThreadHopsError = 0.03,
    };

    public static Inspection AsyncLocal { get; } = Classic with
    {
        Variant = "async-local",
        CountedBytes = 1168.5,
        Types =
        [
            new("System.String", 4, 360, 1),
            new(Box + "ContextBench.Handlers.Variants.‹variant›EmailService+<SendAsync>]", 3, 336, 1),
            new("System.Threading.ExecutionContext", 4, 160, 1),
            new("TwoElementAsyncLocalValueMap", 2, 96, 1),
            new("ThreeElementAsyncLocalValueMap", 1, 64, 0.99),
            new("Scope", 1, 48, 1),
        ],
        ThreadHops = 0.20,
        ThreadHopsError = 0.04,
    };
}
