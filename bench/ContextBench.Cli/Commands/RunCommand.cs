namespace ContextBench.Cli.Commands;

/// <summary><c>run</c>: measures, then reports.</summary>
/// <param name="options">The options.</param>
/// <param name="output">Takes the table.</param>
/// <param name="error">Takes progress and diagnostics.</param>
internal sealed class RunCommand(RunOptions options, TextWriter output, TextWriter error)
{
    public Task<int> RunAsync(ParseResult result) =>
        MeasuringSession.RunAsync(error, session => ExecuteAsync(result, session));

    private async Task<int> ExecuteAsync(ParseResult result, MeasuringSession session)
    {
        var planner = new RunPlanner(options);
        var plan = planner.Plan(result, CommonOptions.DrawSeed);
        var micro = result.GetValue(options.NoMicro) || LoadPlanner.ReasonForKestrelAlone(plan.Load) is not null
            ? null
            : planner.ProfileOf(result).Micro;
        var environment = session.Observe(plan);
        session.RequirePrograms();
        var engine = new EngineCatalogue(session.Layout).Of(plan.Load.Engine, session.Pinning);
        await engine.RequireAsync(session.Cancellation);
        CheckPrecision(environment, session.Layout);
        var directory = new RunFolder(session.Layout).Create(result.GetValue(options.Output), environment);
        session.Saved = directory.Path;
        session.Announce(environment, $"profile {plan.Profile}, seed {plan.Seed}", directory.Path);

        string? invalid = null;
        await session.MeasureAsync(async display =>
        {
            var clock = new RunClock(plan, micro?.Seconds ?? 0, TimeProvider.System);
            var run = new RunMeasurement(session, session.RunnerOf(engine), directory, display, clock);
            invalid = await run.RunLaunchesAsync(environment);
            if (invalid is null && micro is not null)
                invalid = await run.RunMicroAsync("--set", micro.Set, "--study", plan.Study.Name);
        });

        var isInvalid = new Reporter(output, error).Run(
            directory, $"report.md, comparisons.json and comparisons.csv are in {directory.Path}");
        return session.ExitCodeOf(invalid, isInvalid);
    }

    private void CheckPrecision(EnvironmentManifest environment, RepositoryLayout layout)
    {
        if (environment.Plan.PrecisionPercent is not { } percent)
            return;

        var tier = environment.Plan.Tiers[^1].Tier;
        var reached = PrecisionHistory.Narrowest(layout, environment, tier, new SkippedPlaces(error).Say);
        if (new PrecisionGoal(percent).Check(reached) is { } note)
            error.WriteLine($"run-bench: {note}");
    }
}
