namespace ContextBench.Cli;

/// <summary>How much a run does: launches and times of each tier, and which micro-benchmarks.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Summary">One line for people.</param>
/// <param name="Micro">The micro-benchmarks, or null for none.</param>
/// <param name="Tiers">What to do on each tier.</param>
internal sealed record Profile(string Name, string Summary, MicroPlan? Micro, IReadOnlyList<TierPlan> Tiers)
{
    /// <summary>All profiles.</summary>
    /// <remarks>
    /// Warming up ends when slices are steady, which on a quiet machine took up to 3.8 s on the handler, 5.7 s in
    /// memory and 6.5 s on Kestrel in published runs; a limit below that would make most runs invalid. Since then the
    /// handler has sixteen compilations to warm up.
    /// </remarks>
    public static IReadOnlyList<Profile> All { get; } =
    [
        new("smoke", "does it run? under 1 minute, no micro-benchmarks", Micro: null,
        [
            Handler with { Launches = 2, MeasureSeconds = 1, MostWarmUpSeconds = 15 },
            InMemory with { Launches = 2, MeasureSeconds = 1, MostWarmUpSeconds = 10 },
            Kestrel with { Launches = 2, MeasureSeconds = 1.5, MostWarmUpSeconds = 8 },
        ]),
        new("quick", "an answer in 4 to 6 minutes", new MicroPlan("quick", Seconds: 46),
        [
            Handler with { Launches = 6, MeasureSeconds = 1.2, MostWarmUpSeconds = 15 },
            InMemory with { Launches = 6, MeasureSeconds = 1.5, MostWarmUpSeconds = 10 },
            Kestrel with { Launches = 8, MeasureSeconds = 5.8, MostWarmUpSeconds = 8 },
        ]),
        new(
            "full", "more and longer launches, all micro-benchmarks: 12 to 20 minutes",
            new MicroPlan("full", Seconds: 290),
            [
                Handler with { Launches = 8, MeasureSeconds = 2.4, MostWarmUpSeconds = 20 },
                InMemory with { Launches = 8, MeasureSeconds = 2, MostWarmUpSeconds = 10 },
                Kestrel with { Launches = 14, MeasureSeconds = 10, MostWarmUpSeconds = 12 },
            ]),
    ];

    /// <summary>What is done unless told.</summary>
    public static Profile Quick => Find("quick");

    /// <summary>
    /// Every step of a run, each too short to tell anything: for tests of what a run does. No list has it.
    /// </summary>
    /// <remarks>One round of warming up is never steady, so all that it measures is invalid.</remarks>
    public static Profile Rehearsal { get; } = new(
        "rehearsal", "every step, too short to tell anything: always invalid", Micro: null,
        [.. new[] { Handler, InMemory, Kestrel }.Select(tier => tier with { Launches = 2, MeasureSeconds = 0.2 })]);

    /// <summary>The profile of a name that has been checked.</summary>
    public static Profile Find(string name) => All.Append(Rehearsal).Single(profile => profile.Name == name);

    /// <summary>What it does on one of its tiers.</summary>
    /// <param name="tier">The tier's name.</param>
    public TierPlan Of(string tier) => Tiers.Single(plan => plan.Tier == tier);

    private static TierPlan Handler => Tier("handler", sliceOperations: 64, connections: 1);

    private static TierPlan InMemory => Tier("in-memory", sliceOperations: 16, connections: 1);

    // The winner of the published sweep (results/README.md).
    private static TierPlan Kestrel => Tier("kestrel", sliceOperations: 4, connections: 4);

    private static TierPlan Tier(string tier, int sliceOperations, int connections) => new()
    {
        Tier = tier,
        Launches = 0,
        SliceOperations = sliceOperations,
        Connections = connections,
        MeasureSeconds = 0,
        MostWarmUpSeconds = 0,
    };
}

/// <summary>The micro-benchmarks of a profile.</summary>
/// <param name="Set">Their set.</param>
/// <param name="Seconds">What they take, in s, as far as is known before.</param>
internal sealed record MicroPlan(string Set, double Seconds);
