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

    private const string ArticlesOwn = "now";

    /// <summary>The name of its folders.</summary>
    public string FolderName => $"{Name}-{Residency.ToString().ToLowerInvariant()}";

    /// <summary>Whether its variants each live in a process of their own.</summary>
    public bool IsApart => Residency == Residency.Apart;

    /// <summary>
    /// Whether a point is measured on it. The depths are not on .NET's processes apart, which are too coarse to tell
    /// what an await costs there.
    /// </summary>
    public bool Measures(ReproductionPoint point) =>
        NodeVersion is not null || !IsApart || !ReproductionPoint.Depths.Contains(point);

    /// <summary>The manifest of a plan on it.</summary>
    /// <param name="session">The session.</param>
    /// <param name="plan">The plan.</param>
    public EnvironmentManifest Observe(MeasuringSession session, RunPlan plan) =>
        NodeVersion is null ? session.Observe(plan) : session.Observe(plan).OnNode(NodeVersion);

    /// <summary>What is compared with what at a point.</summary>
    public StudyFacts StudyAt(ReproductionPoint point) => (IsNode: NodeVersion is not null, point.Depth) switch
    {
        (false, _) => DotnetStudyAt(point).Facts,
        (true, null) => NodeStudy.Lines,
        (true, _) => NodeStudy.Now,
    };

    /// <summary>What a request does at a point, the same on every runtime; extra work to begin with, if any.</summary>
    public static Workload WorkloadAt(ReproductionPoint point) => DotnetStudyAt(point).Workload.From(
        setting => setting == WorkloadSetting.Depth.Name ? $"{point.Depth ?? 0}" : null,
        Math.Round(0.8 * (point.BaselineCpuUs ?? 0)), // each launch goes on from there
        SinkKind.Null);

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

    private static Study DotnetStudyAt(ReproductionPoint point) =>
        point.Depth is null ? StudyCatalogue.Default : StudyCatalogue.Get(ArticlesOwn);
}
