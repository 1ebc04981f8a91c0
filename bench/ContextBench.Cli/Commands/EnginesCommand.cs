using ContextBench.Analysis.Engines;
using ContextBench.Reporting.Engines;

namespace ContextBench.Cli.Commands;

/// <summary>
/// <c>engines</c>: the same comparison by every engine that this machine has, launch by launch in turn, in equal wall
/// time. For those who doubt the paired engine.
/// </summary>
/// <param name="output">Takes the table.</param>
/// <param name="error">Takes progress and diagnostics.</param>
internal sealed class EnginesCommand(TextWriter output, TextWriter error)
{
    private static readonly ArmPlan Arms = new(Seconds: 2, WarmUpSeconds: 2, Threads: 1);

    private readonly Option<int> _launches = CommonOptions.Launches<int>(
        "Launches of the paired engine, 2 or more; the others get as much time").Default(12);

    public static Command Create(TextWriter output, TextWriter error)
    {
        var engines = new EnginesCommand(output, error);
        var command = new Command(
            "engines", "The same comparison by the paired engine, wrk and NBomber, in the same wall time")
        {
            engines._launches, CommonOptions.Seed(), CommonOptions.OutputOfSeveral(),
        };
        command.SetAction((result, _) => MeasuringSession.RunAsync(result, error, engines.RunAsync));
        return command;
    }

    private async Task<int> RunAsync(MeasuringSession session)
    {
        var study = StudyCatalogue.Default;
        var plan = ArticlePlan.Of(
            "engines", Profile.Quick.Of("kestrel") with { Launches = session.Get(_launches) },
            study.FactsOf(study.Baseline.Name, study.Control.Name, "async-local"), session.Seed, session.Reproduce);
        var root = session.BeginSeveral(session.Observe(plan), $"seed {session.Seed}", "-engines");
        var entrants = new List<Entrant>();
        foreach (var name in EngineNames.All)
        {
            var load = new LoadPlan { Engine = name, Arms = name == EngineNames.Paired ? null : Arms };
            if (await EntrantAsync(session, plan with { Load = load }, root) is { } entrant)
                entrants.Add(entrant);
        }

        await session.MeasureAsync(
            new RunClock(entrants.Select(entrant => entrant.Tier)),
            progress => MeasureAsync(entrants, progress, session.Cancellation));
        foreach (var entrant in entrants.Where(entrant => entrant.IsGivenUp))
            error.WriteLine($"run-bench: invalid: {entrant.WhyGivenUp}");
        return Report(entrants, root);
    }

    private async Task<Entrant?> EntrantAsync(MeasuringSession session, RunPlan plan, string root)
    {
        var name = plan.Load.Engine;
        var engine = new EngineCatalogue(session.Layout).Of(name, session.Pinning);
        try
        {
            await engine.RequireAsync(session.Cancellation);
        }
        catch (ProgramMissingException exception)
        {
            error.WriteLine($"run-bench: {name} is left out: {exception.Message}");
            return null;
        }

        var environment = session.Observe(plan);
        return new Entrant(
            environment, RunFolder.CreateAt(Path.Combine(root, name), environment), session.RunnerOf(engine));
    }

    // Each launch of the paired engine adds to the time that the others have; they go on while some of it is left.
    private static async Task MeasureAsync(
        IReadOnlyList<Entrant> entrants, LaunchProgress progress, CancellationToken cancellation)
    {
        var (paired, others) = (entrants[0], entrants.Skip(1).ToArray());
        for (var launch = 1; launch <= paired.Tier.Launches && !paired.IsGivenUp; launch++)
        {
            await paired.RunNextAsync(progress, cancellation);
            foreach (var other in others)
            {
                while (!paired.IsGivenUp && other.HasTimeWithin(paired.Seconds))
                    await other.RunNextAsync(progress, cancellation);
            }
        }
    }

    private int Report(IReadOnlyList<Entrant> entrants, string root)
    {
        var reporter = new Reporter(output, error);
        RunReport[] reports = [.. entrants.Select(ReportOf)];
        EngineRow[] rows =
        [
            .. reports.Zip(entrants, (report, entrant) => EngineRow.From(report.Result, entrant.Seconds))
                .OfType<EngineRow>(),
        ];
        if (rows.Length == 0)
            throw new UsageException($"no engine has two launches that count; see the reports in {root}");

        reporter.Publish( // the calibration is of the paired engine
            EngineDocument.Of(rows, entrants[0].Environment, reports[0].Calibration), root,
            $"engines.md, and a report of each engine, are in {root}");

        // What the paired engine is held against may measure itself: that is what is shown, and no reason to fail.
        return reports[0].Result.IsInvalid || entrants.Any(entrant => entrant.IsGivenUp)
            ? ExitCode.Invalid
            : ExitCode.Done;

        RunReport ReportOf(Entrant entrant)
        {
            var result = entrant.Analyse();
            entrant.Directory.WriteEnvironment(result.Environment);
            return reporter.Part(result, entrant.Directory);
        }
    }

    // An engine in the comparison, and how much time it has had.
    private sealed class Entrant(EnvironmentManifest environment, RunDirectory directory, Runner runner)
        : Part(environment, directory, runner)
    {
        private int _launches;

        public double Seconds { get; private set; }

        // To the nearest launch, as long as those before have taken.
        public bool HasTimeWithin(double seconds) =>
            !IsGivenUp && Seconds + (Seconds / Math.Max(1, _launches) / 2) <= seconds;

        public async Task RunNextAsync(LaunchProgress progress, CancellationToken cancellation)
        {
            var start = Stopwatch.GetTimestamp();
            await RunLaunchAsync(++_launches, progress, cancellation);
            Seconds += Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        // How many launches there would be was not known before: those that there are were all of them.
        public RunResult Analyse()
        {
            var plan = Environment.Plan with { Tiers = [Tier with { Launches = _launches }] };
            return RunAnalysis.Of(Environment with { Plan = plan }, Directory.ReadObservations());
        }
    }
}
