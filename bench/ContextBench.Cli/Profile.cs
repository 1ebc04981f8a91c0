using ContextBench.Measurement.Runs;

namespace ContextBench.Cli;

/// <summary>How much a run does: launches and times of each tier, and which micro-benchmarks.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Summary">One line for people.</param>
/// <param name="MicroSet">The set of micro-benchmarks, or null for none.</param>
/// <param name="Tiers">What to do on each tier.</param>
internal sealed record Profile(string Name, string Summary, string? MicroSet, IReadOnlyList<TierPlan> Tiers)
{
    /// <summary>All profiles.</summary>
    public static IReadOnlyList<Profile> All { get; } =
    [
        new("smoke", "does it run? under 1 minute, no micro-benchmarks", MicroSet: null,
        [
            Handler(launches: 2, measureSeconds: 1, mostWarmUpSeconds: 6),
            Kestrel(launches: 2, measureSeconds: 2, mostWarmUpSeconds: 6),
        ]),
        new("quick", "an answer in 4 minutes", MicroSet: "quick",
        [
            Handler(launches: 8, measureSeconds: 1, mostWarmUpSeconds: 6),
            Kestrel(launches: 10, measureSeconds: 7, mostWarmUpSeconds: 8),
        ]),
        new("full", "more and longer launches, all micro-benchmarks", MicroSet: "full",
        [
            Handler(launches: 12, measureSeconds: 5, mostWarmUpSeconds: 10),
            Kestrel(launches: 24, measureSeconds: 25, mostWarmUpSeconds: 12),
        ]),
    ];

    private static TierPlan Handler(int launches, double measureSeconds, double mostWarmUpSeconds) => new()
    {
        Tier = "handler",
        Launches = launches,
        SliceOperations = 64,
        Connections = 1,
        MeasureSeconds = measureSeconds,
        MostWarmUpSeconds = mostWarmUpSeconds,
    };

    private static TierPlan Kestrel(int launches, double measureSeconds, double mostWarmUpSeconds) => new()
    {
        Tier = "kestrel",
        Launches = launches,
        SliceOperations = 16,
        Connections = 4,
        MeasureSeconds = measureSeconds,
        MostWarmUpSeconds = mostWarmUpSeconds,
    };
}
