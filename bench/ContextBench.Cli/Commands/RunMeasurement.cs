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
    /// <summary>Measures it.</summary>
    /// <param name="environment">The run's manifest.</param>
    /// <param name="microSet">The set of the micro-benchmarks; null for none.</param>
    /// <returns>Why the run was given up; null where it was not.</returns>
    public async Task<string?> RunAsync(EnvironmentManifest environment, string? microSet)
    {
        try
        {
            if (environment.Plan.Load.OpenLoop is { RatePerSecond: null } openLoop)
                environment = await AtHalfOfSaturationAsync(environment, openLoop);

            clock.Start();
            await runner.RunAsync(environment.Plan, directory, progress.Of(), session.Cancellation);
            if (environment.Plan.PrecisionPercent is { } percent)
                await RunAfterPilotAsync(environment, new PrecisionGoal(percent));
        }
        catch (InvalidRunException exception)
        {
            return exception.Message;
        }

        return microSet is null ? null : await RunMicroAsync(microSet, environment.Plan.Study.Name);
    }

    // Why they failed; null where they did not.
    private async Task<string?> RunMicroAsync(string set, string study)
    {
        Directory.CreateDirectory(directory.MicroDirectory);
        var log = Path.Combine(directory.MicroDirectory, "console.log");
        progress.Begins("micro-benchmarks");
        var exitCode = await MicroProcess.RunAsync(
            session, ["--set", set, "--study", study, "--artifacts", directory.MicroDirectory], log);
        clock.EndMicro();
        progress.Ends("micro-benchmarks: finished");
        return exitCode == 0 ? null : $"the micro-benchmarks failed with exit code {exitCode}; see {log}";
    }

    // A launch of the closed loop with long slices, all connections busy.
    private async Task<EnvironmentManifest> AtHalfOfSaturationAsync(
        EnvironmentManifest environment, OpenLoopPlan openLoop)
    {
        progress.Begins("finding what the server can take");
        var plan = environment.Plan;
        var tier = plan.Tiers[^1] with { Launches = 1, SliceOperations = 1024, MeasureSeconds = 3 };
        var launch = await Trial.RunAsync(
            "finding what the server can take",
            environment with { Plan = plan with { Tiers = [tier], Load = new LoadPlan() } },
            directory.File("saturation"), runner, session.Cancellation);
        var rate = Math.Floor(0.5 * 1e9 * launch.Operations / launch.SliceElapsedNs);
        progress.Ends($"rate: {rate:0} requests/s, half of what it can take");
        return WriteDown(environment, plan with
        {
            Load = plan.Load with { OpenLoop = openLoop with { RatePerSecond = rate } },
        });
    }

    private async Task RunAfterPilotAsync(EnvironmentManifest environment, PrecisionGoal goal)
    {
        var pilot = RunAnalysis.Of(environment, directory.ReadObservations()).Tiers[^1];
        var before = environment.Plan.Tiers[^1];
        var tier = before with { Launches = goal.LaunchesAfter(pilot) };
        var plan = environment.Plan with { Tiers = [.. environment.Plan.Tiers.SkipLast(1), tier] };
        WriteDown(environment, plan);
        clock.AddLaunches(tier.Tier, tier.Launches - before.Launches);
        await runner.RunFromAsync(
            new PlannedLaunch(new LaunchPlan(plan, tier, before.Launches + 1), directory, progress.Of()),
            session.Cancellation);
    }

    // What was found is written down before the first launch is measured that it decides on.
    private EnvironmentManifest WriteDown(EnvironmentManifest environment, RunPlan plan)
    {
        var decided = environment with { Plan = plan };
        directory.WriteEnvironment(decided);
        return decided;
    }
}
