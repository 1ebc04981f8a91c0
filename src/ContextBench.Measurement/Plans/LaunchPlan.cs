namespace ContextBench.Measurement.Plans;

/// <summary>What one launch has to do; the launch's process reads it from its standard input.</summary>
public sealed record LaunchPlan
{
    /// <summary>The fewest batches of a launch: one alone has no spread, and its launch no error of its own.</summary>
    public const int FewestBatches = 2;

    /// <summary>The tier's name (<see cref="TierCatalogue"/>).</summary>
    public required string Tier { get; init; }

    /// <summary>The launch's number within its tier, from 1.</summary>
    public required int Launch { get; init; }

    /// <summary>
    /// The launch's own seed: route slots, creation, registration and first-call order, and the orders of blocks.
    /// </summary>
    public required int Seed { get; init; }

    /// <summary>The study, with the variants in the order in which observations list them.</summary>
    public required StudyFacts Study { get; init; }

    /// <summary>What a request does.</summary>
    public required WorkloadFacts Workload { get; init; }

    /// <summary>The body of every request, the same for all variants: JSON in UTF-8.</summary>
    public required byte[] Body { get; init; }

    /// <summary>Operations per slice, 1 or more.</summary>
    public required int SliceOperations { get; init; }

    /// <summary>Connections that carry the requests, 1 or more; 1 on a tier without connections.</summary>
    public required int Connections { get; init; }

    /// <summary>
    /// Time for the blocks, in seconds; the batch under way when it is over is finished, and
    /// <see cref="FewestBatches"/> are run in any case.
    /// With an open loop, time for the rounds of windows: as many as fit, 1 or more.
    /// </summary>
    public required double MeasureSeconds { get; init; }

    /// <summary>The most time for warming up, in seconds; a launch that is not steady by then says so.</summary>
    public required double MostWarmUpSeconds { get; init; }

    /// <summary>See <see cref="TierPlan.FewestWarmUpOperations"/>.</summary>
    public int FewestWarmUpOperations { get; init; }

    /// <summary>Operations per variant in each round of the allocation phase.</summary>
    public int AllocationOperations { get; init; } = 400;

    /// <summary>Rounds of the allocation phase, each over all variants.</summary>
    public int AllocationRounds { get; init; } = 5;

    /// <summary>Where the variants live; apart only on a tier that has a server process.</summary>
    public Residency Residency { get; init; }

    /// <summary>Requests at a constant rate, in place of a closed loop; null for the closed loop.</summary>
    public OpenLoopPlan? OpenLoop { get; init; }

    /// <summary>The server, on a tier that has a server process.</summary>
    public ServerProgram? Server { get; init; }

    /// <summary>
    /// Environment variables of the server process beside those of every measured process: those of an inspection.
    /// </summary>
    public IReadOnlyDictionary<string, string> ServerVariables { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Iterations of <see cref="CpuWork"/> that take 1 µs, or null for the server to measure them.
    /// </summary>
    public double? WorkSpeed { get; init; }

    /// <summary>
    /// Whether a variant of the launch has a <see cref="InjectedCost"/>: all its variants are then wrapped alike, in
    /// whatever process they live.
    /// </summary>
    public bool HasInjectedCosts { get; init; }

    /// <summary>The processor of the server process, or null to leave it free.</summary>
    public int? ServerProcessor { get; init; }

    /// <summary>The file that stands in for the process under test's standard output with the console sink.</summary>
    public string? ConsoleFile { get; init; }

    /// <summary>What a run says of one launch: all but the programs and where they run.</summary>
    /// <param name="plan">The run.</param>
    /// <param name="tier">One of its tiers.</param>
    /// <param name="launch">The launch's number, from 1.</param>
    public static LaunchPlan Of(RunPlan plan, TierPlan tier, int launch) => new()
    {
        Tier = tier.Tier,
        Launch = launch,
        Seed = SeedOf(plan, tier, launch),
        Study = plan.Study,
        Workload = plan.Workload,
        Body = plan.Body,
        SliceOperations = tier.SliceOperations,
        Connections = tier.Connections,
        MeasureSeconds = tier.MeasureSeconds,
        MostWarmUpSeconds = tier.MostWarmUpSeconds,
        FewestWarmUpOperations = tier.FewestWarmUpOperations,
        Residency = plan.Load.Residency,
        WorkSpeed = plan.WorkSpeed,
        HasInjectedCosts = plan.HasInjectedCosts,
        OpenLoop = plan.Load.OpenLoop,
    };

    // Distinct for every launch of every tier, and the same again for the same seed.
    private static int SeedOf(RunPlan plan, TierPlan tier, int launch)
    {
        var place = TierCatalogue.All.ToList().FindIndex(known => known.Name == tier.Tier);
        return unchecked((plan.Seed * 1_000_003) + (place * 10_007) + launch);
    }
}
