namespace ContextBench.Cli.Commands;

/// <summary>What <c>run</c> measures: all launches of all tiers, then the micro-benchmarks.</summary>
/// <param name="session">The session.</param>
/// <param name="runner">Runs launches.</param>
/// <param name="directory">The run's folder.</param>
/// <param name="progress">Shows how far it is.</param>
/// <param name="clock">Tells how long it takes.</param>
internal sealed class RunMeasurement(
    MeasuringSession session, Runner runner, RunDirectory directory, LaunchProgress progress, RunClock clock)
{
    /// <summary>Measures the launches.</summary>
    /// <param name="environment">The run's manifest.</param>
    /// <returns>Why the run was given up; null where it was not.</returns>
    public async Task<string?> RunLaunchesAsync(EnvironmentManifest environment)
    {
        try
        {
            if (environment.Plan.Load.OpenLoop is { RatePerSecond: null } openLoop)
                environment = await AtHalfOfSaturationAsync(environment, openLoop);

            clock.Start();
            await runner.RunAsync(environment.Plan, directory, progress.Of(), session.Cancellation);
            if (environment.Plan.PrecisionPercent is { } percent)
            {
                var plan = AfterPilot(environment, new PrecisionGoal(percent));
                var (pilot, tier) = (environment.Plan.Tiers[^1], plan.Tiers[^1]);
                clock.AddLaunches(tier.Tier, tier.Launches - pilot.Launches);
                await runner.RunFromAsync(
                    new PlannedLaunch(plan, tier, pilot.Launches + 1, directory, progress.Of()),
                    session.Cancellation);
            }

            return null;
        }
        catch (InvalidRunException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>Runs the micro-benchmarks.</summary>
    /// <param name="arguments">Which.</param>
    /// <returns>Why they failed; null where they did not.</returns>
    public async Task<string?> RunMicroAsync(params string[] arguments)
    {
        Directory.CreateDirectory(directory.MicroDirectory);
        var log = Path.Combine(directory.MicroDirectory, "console.log");
        progress.Begins("micro-benchmarks");
        var exitCode = await new MicroProcess(session.Layout, session.Pinning).RunAsync(
            [.. arguments, "--artifacts", directory.MicroDirectory], log, session.Cancellation);
        clock.EndMicro();
        progress.Ends("micro-benchmarks: finished");
        return exitCode == 0 ? null : $"the micro-benchmarks failed with exit code {exitCode}; see {log}";
    }

    // Found, and written down, before the first launch is measured.
    private async Task<EnvironmentManifest> AtHalfOfSaturationAsync(
        EnvironmentManifest environment, OpenLoopPlan openLoop)
    {
        progress.Begins("finding what the server can take");
        var rate = await new SaturationSearch(runner, environment).HalfAsync(directory, session.Cancellation);
        progress.Ends($"rate: {rate:0} requests/s, half of what it can take");
        var plan = environment.Plan;
        var found = environment with
        {
            Plan = plan with { Load = plan.Load with { OpenLoop = openLoop with { RatePerSecond = rate } } },
        };
        directory.WriteEnvironment(found);
        return found;
    }

    // The number of launches is written down before the first of them is measured.
    private RunPlan AfterPilot(EnvironmentManifest environment, PrecisionGoal goal)
    {
        var pilot = RunAnalysis.Of(environment, directory.ReadObservations()).Tiers[^1];
        var plan = environment.Plan with
        {
            Tiers =
            [
                .. environment.Plan.Tiers.SkipLast(1),
                environment.Plan.Tiers[^1] with { Launches = goal.LaunchesAfter(pilot) },
            ],
        };
        directory.WriteEnvironment(environment with { Plan = plan });
        return plan;
    }
}
