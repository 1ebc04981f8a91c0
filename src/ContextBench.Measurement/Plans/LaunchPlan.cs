namespace ContextBench.Measurement.Plans;

/// <summary>What one launch has to do; the launch's process reads it from its standard input.</summary>
/// <param name="Run">The run that it is a launch of.</param>
/// <param name="Tier">What the run does on the launch's tier.</param>
/// <param name="Launch">The launch's number within its tier, from 1.</param>
public sealed record LaunchPlan(RunPlan Run, TierPlan Tier, int Launch)
{
    /// <summary>The fewest batches of a launch: one alone has no spread, and its launch no error of its own.</summary>
    public const int FewestBatches = 2;

    /// <summary>
    /// The launch's own seed: route slots, creation, registration and first-call order, and the orders of blocks.
    /// Distinct for every launch of every tier, and the same again for the same run.
    /// </summary>
    [JsonIgnore]
    public int Seed => unchecked((Run.Seed * 1_000_003) + (Place * 10_007) + Launch);

    /// <summary>
    /// The run's study with the variants that live here: all of them, or one of a launch that has each apart.
    /// </summary>
    public StudyFacts Study { get; init; } = Run.Study;

    /// <summary>See <see cref="RunPlan.Body"/>, which the run's own form in JSON does without.</summary>
    public byte[] Body { get; init; } = Run.Body;

    /// <summary>The server, on a tier that has a server process.</summary>
    public ServerProgram? Server { get; init; }

    /// <summary>
    /// Environment variables of the server process beside those of every measured process: those of an inspection.
    /// </summary>
    public IReadOnlyDictionary<string, string> ServerVariables { get; init; } = new Dictionary<string, string>();

    /// <summary>The processor of the server process, or null to leave it free.</summary>
    public int? ServerProcessor { get; init; }

    /// <summary>Whether the server counts promises, which slows it down; on Node.js alone.</summary>
    public bool CountsPromises { get; init; }

    /// <summary>The file that stands in for the process under test's standard output with the console sink.</summary>
    public string? ConsoleFile { get; init; }

    private int Place => TierCatalogue.All.ToList().FindIndex(known => known.Name == Tier.Tier);
}
