using ContextBench.Measurement.Observations;

namespace ContextBench.Cli;

/// <summary>
/// A short launch of the baseline and its control, which finds out what is to be measured: a run of its own on disk.
/// </summary>
internal static class Trial
{
    /// <summary>Runs it, and once more where it fails.</summary>
    /// <param name="what">Names it.</param>
    /// <param name="environment">The manifest of its plan, which has one tier.</param>
    /// <param name="path">Its folder.</param>
    /// <param name="runner">Runs launches.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="InvalidRunException">It failed twice.</exception>
    public static async Task<LaunchObservation> RunAsync(
        string what, EnvironmentManifest environment, string path, Runner runner, CancellationToken cancellation)
    {
        var study = environment.Plan.Study;
        var plan = environment.Plan with { Study = study.Only(study.Baseline, study.Control!) };
        var folder = RunFolder.CreateAt(path, environment with { Plan = plan });
        var planned = new PlannedLaunch(new LaunchPlan(plan, plan.Tiers[0], 1), folder, _ => { });
        var launch = await runner.RunLaunchAsync(planned, cancellation);
        if (launch.Fault is not null)
        {
            var second = planned with { Plan = planned.Plan with { Launch = 2 } };
            launch = await runner.RunLaunchAsync(second, cancellation);
        }

        return launch.Fault is null ? launch : throw new InvalidRunException($"{what} failed: {launch.Fault}");
    }
}
