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
    private const string Candidate = "async-local";
    private static readonly ArmPlan Arms = new(Seconds: 2, WarmUpSeconds: 2, Threads: 1);

    private readonly Option<int> _launches = new("--launches")
    {
        Description = "Launches of the paired engine, 2 or more; the others get as much time",
        HelpName = "N",
        DefaultValueFactory = _ => 12,
    };

    private readonly Option<int?> _seed = CommonOptions.Seed();

    private readonly Option<string?> _output = CommonOptions.OutputOfSeveral();

    public static Command Create(TextWriter output, TextWriter error)
    {
        var engines = new EnginesCommand(output, error);
        var command = new Command(
            "engines", "The same comparison by the paired engine, wrk and NBomber, in the same wall time")
        {
            engines._launches, engines._seed, engines._output,
        };
        command.SetAction((result, _) => engines.RunAsync(result));
        return command;
    }

    private Task<int> RunAsync(ParseResult result) =>
        MeasuringSession.RunAsync(error, session => ExecuteAsync(result, session));

    private async Task<int> ExecuteAsync(ParseResult result, MeasuringSession session)
    {
        var launches = CommonOptions.Launches(result.GetValue(_launches));
        var seed = result.GetValue(_seed) ?? CommonOptions.DrawSeed();
        session.RequirePrograms();
        var root = new RunFolder(session.Layout).ResolveForSeveral(
            result.GetValue(_output), session.Observe(PlanOf(EngineNames.Paired, launches, seed)), "-engines");
        var entrants = new List<Entrant>();
        foreach (var name in EngineNames.All)
        {
            if (await EntrantAsync(session, PlanOf(name, launches, seed), root) is { } entrant)
                entrants.Add(entrant);
        }

        (session.Saved, session.IsReportable) = (root, false);
        session.Announce(entrants[0].Environment, $"seed {seed}", root);
        await session.MeasureAsync(display => MeasureAsync(entrants, launches, display, session.Cancellation));
        foreach (var entrant in entrants.Where(entrant => entrant.IsGivenUp))
            error.WriteLine($"run-bench: invalid: {entrant.Name}: {entrant.WhyGivenUp}");
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
        IReadOnlyList<Entrant> entrants, int launches, IProgressDisplay display, CancellationToken cancellation)
    {
        var (paired, others) = (entrants[0], entrants.Skip(1).ToArray());
        var tier = paired.Environment.Plan.Tiers[0];
        var clock = new RunClock(
            paired.Environment.Plan with
            {
                Tiers = [tier with { Launches = launches * entrants.Count }],
            },
            microSeconds: 0, TimeProvider.System);
        for (var launch = 1; launch <= launches; launch++)
        {
            await paired.RunLaunchAsync(display, clock, cancellation);
            if (paired.IsGivenUp)
                return;
            foreach (var other in others)
            {
                while (!other.IsGivenUp && other.Seconds + (other.SecondsPerLaunch / 2) <= paired.Seconds)
                    await other.RunLaunchAsync(display, clock, cancellation);
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

    private static RunPlan PlanOf(string engine, int launches, int seed) => new()
    {
        Profile = "engines",
        Tiers =
        [
            Profile.All.Single(profile => profile.Name == "quick").Tiers.Single(tier => tier.Tier == "kestrel") with
            {
                Launches = launches,
            },
        ],
        Study = StudyCatalogue.Default.FactsOf(
            StudyCatalogue.Default.Baseline.Name, StudyCatalogue.Default.Control.Name, Candidate),
        Workload = Workload.Article.Facts,
        Body = Workload.Article.Body,
        Load = new LoadPlan { Engine = engine, Arms = engine == EngineNames.Paired ? null : Arms },
        MarginPercent = 1,
        Seed = seed,
        Reproduce = ShellCommand.Of("engines", "--launches", $"{launches}", "--seed", $"{seed}"),
    };

    // An engine in the comparison, and how much time it has had.
    private sealed class Entrant(EnvironmentManifest environment, RunDirectory directory, Runner runner)
    {
        private int _launches;

        public EnvironmentManifest Environment => environment;

        public RunDirectory Directory => directory;

        public double Seconds { get; private set; }

        public string Name => environment.Plan.Load.Engine;

        public string? WhyGivenUp { get; private set; }

        public bool IsGivenUp => WhyGivenUp is not null;

        public double SecondsPerLaunch => _launches == 0 ? 0 : Seconds / _launches;

        public async Task RunLaunchAsync(IProgressDisplay display, RunClock clock, CancellationToken cancellation)
        {
            var start = Stopwatch.GetTimestamp();
            var plan = environment.Plan;
            try
            {
                var progress = new LaunchProgress(display, clock, _ => plan.Load.Engine);
                await runner.RunLaunchAsync(
                    new PlannedLaunch(plan, plan.Tiers[0], ++_launches, directory, progress.Report), cancellation);
            }
            catch (InvalidRunException exception)
            {
                WhyGivenUp = exception.Message; // the others can still be compared
            }

            Seconds += Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        // How many launches there would be was not known before: those that there are were all of them.
        public RunResult Analyse()
        {
            var tier = environment.Plan.Tiers[0] with { Launches = _launches };
            return RunAnalysis.Of(
                environment with { Plan = environment.Plan with { Tiers = [tier] } }, directory.ReadObservations());
        }
    }
}
