namespace ContextBench.Cli.Commands;

/// <summary><c>run</c>: measures, then reports.</summary>
/// <param name="options">The options.</param>
/// <param name="output">Takes the table.</param>
/// <param name="error">Takes progress and diagnostics.</param>
internal sealed class RunCommand(RunOptions options, TextWriter output, TextWriter error)
{
    public Task<int> RunAsync(ParseResult result) =>
        MeasuringSession.RunAsync(result, error, session => ExecuteAsync(result, session));

    private async Task<int> ExecuteAsync(ParseResult result, MeasuringSession session)
    {
        var plan = new RunPlanner(options).Plan(result, session.Seed);
        var micro = result.GetValue(options.NoMicro) || LoadPlanner.ReasonForKestrelAlone(plan.Load) is not null
            ? null
            : Profile.Find(plan.Profile).Micro;
        var environment = session.Observe(plan);
        var engine = new EngineCatalogue(session.Layout).Of(plan.Load.Engine, session.Pinning);
        await engine.RequireAsync(session.Cancellation);
        CheckPrecision(environment, session.Layout);
        var directory = RunFolder.CreateAt(session.FolderOf(environment), environment);
        session.Saved = MeasuringSession.Reportable(directory.Path);
        session.Announce(environment, $"profile {plan.Profile}, seed {plan.Seed}", directory.Path);

        var clock = new RunClock(plan.Tiers, micro?.Seconds ?? 0);
        string? invalid = null;
        await session.MeasureAsync(clock, async progress =>
        {
            var run = new RunMeasurement(session, session.RunnerOf(engine), directory, progress, clock);
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
