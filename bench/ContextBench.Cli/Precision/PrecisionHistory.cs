namespace ContextBench.Cli.Precision;

/// <summary>What runs on this processor have reached.</summary>
internal static class PrecisionHistory
{
    // The interval of a few launches is narrow or wide by luck.
    private const int FewestLaunches = 6;

    /// <summary>Finds the narrowest A/A interval among the runs published and those of this checkout.</summary>
    /// <param name="layout">Where they are.</param>
    /// <param name="machine">This machine.</param>
    /// <param name="tier">The tier.</param>
    /// <param name="skipped">Takes each place that cannot be read.</param>
    /// <returns>The narrowest, or null where no run of this processor is kept.</returns>
    public static ControlResult? Narrowest(
        RepositoryLayout layout, EnvironmentManifest machine, string tier, Action<string> skipped) =>
        ControlResult.ReadAll(
                layout.Results, ArticlePlan.WorkloadOf(machine.Plan.Study), machine.Plan.Study.Baseline, skipped)
            .Where(result => result.Processor is not null && result.Processor == machine.Processor?.Describe()
                && result.Processors == machine.Processors)
            .Where(result => result.Profile is not ("reproduce" or "calibrate")) // other times, other arms
            .Where(result => result.Tier == tier && result.Launches >= FewestLaunches && result.HalfWidth > 0)
            .MinBy(result => result.HalfWidth);
}
