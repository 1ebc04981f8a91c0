namespace ContextBench.Cli.Commands;

/// <summary><c>run</c>: measures, then reports.</summary>
/// <param name="options">The options.</param>
internal sealed class RunCommand(RunOptions options)
{
    public async Task<int> RunAsync(MeasuringSession session)
    {
        var plan = new RunPlanner(options, session.Result).Plan(session.Seed);
        var micro = session.Get(options.NoMicro) || LoadPlanner.ReasonForKestrelAlone(plan.Load) is not null
            ? null
            : Profile.Find(plan.Profile).Micro;
        var environment = session.Observe(plan);
        var engine = session.Engines.Of(plan.Load.Engine);
        await engine.RequireAsync(session.Cancellation);
        CheckPrecision(environment, session);
        var directory = RunFolder.CreateAt(session.FolderOf(environment), environment);
        session.Saved = MeasuringSession.Reportable(directory.Path);
        session.Announce(environment, $"profile {plan.Profile}, seed {plan.Seed}", directory.Path);

        var clock = new RunClock(plan.Tiers, micro?.Seconds ?? 0);
        await session.MeasureAsync(clock, progress =>
            new RunMeasurement(session, session.RunnerOf(engine), directory, progress, clock)
                .RunAsync(environment, micro?.Set));
        return session.ExitCodeOf(session.Reporter.ReportRun(
            directory, $"report.md, comparisons.json and comparisons.csv are in {directory.Path}"));
    }

    private static void CheckPrecision(EnvironmentManifest environment, MeasuringSession session)
    {
        if (environment.Plan.PrecisionPercent is not { } percent)
            return;

        var tier = environment.Plan.Tiers[^1].Tier;
        var reached = PrecisionHistory.Narrowest(
            session.Layout, environment, tier, session.Reporter.Instrument.SaySkipped);
        if (new PrecisionGoal(percent).Check(reached) is { } note)
            session.Say(note);
    }
}
