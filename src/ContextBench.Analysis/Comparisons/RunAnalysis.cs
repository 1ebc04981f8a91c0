namespace ContextBench.Analysis.Comparisons;

/// <summary>
/// Turns a run's observations into what its reports say; the same observations always give the same report.
/// </summary>
public static class RunAnalysis
{
    /// <summary>Analyses a run.</summary>
    /// <param name="environment">The run's manifest.</param>
    /// <param name="observations">Its observations.</param>
    /// <param name="baseline">What the others are compared with; the study's baseline where it is null.</param>
    public static RunResult Of(
        EnvironmentManifest environment, IEnumerable<Observation> observations, string? baseline = null)
    {
        var all = observations.ToArray();
        var plan = environment.Plan;
        var contrast = new Contrast(plan.Study, baseline ?? plan.Study.Baseline, new Margin(plan.MarginPercent));
        return new RunResult(
            environment,
            [.. plan.Tiers.Select(tier => Of(new MeasuredTier(environment, tier, all, contrast)))])
        {
            Collector = CollectorOf(all),
        };
    }

    private static string? CollectorOf(IEnumerable<Observation> observations)
    {
        string[] modes =
            [.. observations.OfType<LaunchObservation>().Select(launch => launch.GcMode).OfType<string>().Distinct()];
        return modes.Length == 0 ? null : string.Join(" and ", modes);
    }

    private static TierResult Of(MeasuredTier measured) => measured.Environment.Plan.Load switch
    {
        { Arms: not null } => new ArmAnalysis(measured).Report(),
        { OpenLoop: not null } => new OpenLoopAnalysis(measured).Report(),
        _ => new TierAnalysis(measured).Report(),
    };
}
