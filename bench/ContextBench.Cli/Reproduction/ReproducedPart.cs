namespace ContextBench.Cli.Reproduction;

/// <summary>One runtime at one point: a run of its own on disk.</summary>
/// <param name="Environment">Its manifest.</param>
/// <param name="Directory">Its folder.</param>
/// <param name="Runner">Runs its launches.</param>
internal sealed record ReproducedPart(EnvironmentManifest Environment, RunDirectory Directory, Runner Runner)
{
    /// <summary>Its name, for progress.</summary>
    public string Name => Path.GetFileName(Directory.Path);

    /// <summary>What is done.</summary>
    public TierPlan Tier => Environment.Plan.Tiers[0];
}
