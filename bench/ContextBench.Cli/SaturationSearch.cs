namespace ContextBench.Cli;

/// <summary>
/// Finds how many requests a second the server can take: a launch of the closed loop with long slices, all connections
/// busy, on the baseline and its control; a run of its own on disk.
/// </summary>
/// <param name="runner">Runs launches of the paired engine.</param>
/// <param name="environment">The run's manifest.</param>
internal sealed class SaturationSearch(Runner runner, EnvironmentManifest environment)
{
    private const int SliceOperations = 1024;
    private const double Seconds = 3;

    /// <summary>Finds half of it, in whole requests a second.</summary>
    /// <param name="directory">The run's folder.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="InvalidRunException">The launch failed.</exception>
    public async Task<double> HalfAsync(RunDirectory directory, CancellationToken cancellation)
    {
        var tier = environment.Plan.Tiers[^1] with
        {
            Launches = 1,
            SliceOperations = SliceOperations,
            MeasureSeconds = Seconds,
        };
        var plan = environment.Plan with
        {
            Tiers = [tier],
            Study = environment.Plan.Study.Only(environment.Plan.Study.Baseline, environment.Plan.Study.Control!),
            Load = new LoadPlan(),
        };
        var folder = RunFolder.CreateAt(directory.File("saturation"), environment with { Plan = plan });
        var launch = await runner.RunLaunchAsync(
            new PlannedLaunch(plan, tier, 1, folder, _ => { }), cancellation);
        return launch.Fault is null
            ? Math.Floor(0.5 * 1e9 * launch.Operations / launch.SliceElapsedNs)
            : throw new InvalidRunException($"what the server can take could not be measured: {launch.Fault}");
    }
}
