using ContextBench.Handlers.Node;

namespace ContextBench.Cli.Reproduction;

/// <summary>A runtime that the article's comparison is measured on, in one residency.</summary>
/// <param name="Name">Its name, in options and folders.</param>
/// <param name="Server">The server under test.</param>
/// <param name="NodeVersion">Node's version; null for .NET.</param>
/// <param name="Residency">Where its variants live.</param>
internal sealed record ReproducedRuntime(string Name, ServerProgram Server, string? NodeVersion, Residency Residency)
{
    private const double MostWarmUpSeconds = 30;

    // V8 does not tell when it has stopped compiling. Among requests expensive by their extra work, launches looked
    // steady after 2,000 of them, and cost more than those that went on to 5,000 (results/README.md).
    private const int FewestWarmUpOperationsOnNode = 8_000;

    /// <summary>The name of its folders.</summary>
    public string FolderName => $"{Name}-{Residency.ToString().ToLowerInvariant()}";

    /// <summary>The manifest of a plan on it.</summary>
    /// <param name="session">The session.</param>
    /// <param name="plan">The plan.</param>
    public EnvironmentManifest Observe(MeasuringSession session, RunPlan plan) =>
        NodeVersion is null ? session.Observe(plan) : session.Observe(plan).OnNode(NodeVersion);

    /// <summary>What is compared with what.</summary>
    public StudyFacts Study => NodeVersion is null ? StudyCatalogue.Default.Facts : NodeStudy.Emails;

    /// <summary>What is done on its tier.</summary>
    /// <param name="launches">Number of launches.</param>
    /// <param name="seconds">Time for the blocks of a launch, in s.</param>
    public TierPlan Tier(int launches, double seconds)
    {
        var quick = Profile.Quick.Of("kestrel");
        return LoadPlanner.Adjusted(new LoadPlan { Residency = Residency }, quick) with
        {
            Tier = NodeVersion is null ? quick.Tier : TierCatalogue.Express.Name,
            Launches = launches,
            MeasureSeconds = seconds,
            MostWarmUpSeconds = MostWarmUpSeconds,
            FewestWarmUpOperations = NodeVersion is null ? 0 : FewestWarmUpOperationsOnNode,
        };
    }
}
