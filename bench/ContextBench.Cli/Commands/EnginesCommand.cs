using ContextBench.Analysis.Engines;
using ContextBench.Reporting.Engines;

namespace ContextBench.Cli.Commands;

/// <summary>
/// <c>engines</c>: the same comparison by every engine that this machine has, launch by launch in turn, in equal wall
/// time. For those who doubt the paired engine.
/// </summary>
internal sealed class EnginesCommand : Command
{
    private static readonly ArmPlan Arms = new(Seconds: 2, WarmUpSeconds: 2, Threads: 1);

    private readonly Option<int> _launches = CommonOptions.Launches<int>(
        "Launches of the paired engine, 2 or more; the others get as much time").Default(12);

    public EnginesCommand()
        : base("engines", "The same comparison by the paired engine, wrk and NBomber, in the same wall time")
    {
        this.AddAll(_launches, CommonOptions.Seed(), CommonOptions.OutputOfSeveral());
        SetAction((result, _) => MeasuringSession.RunAsync(result, RunAsync));
    }

    private async Task<int> RunAsync(MeasuringSession session)
    {
        var study = StudyCatalogue.Default;
        var plan = ArticlePlan.Of(
            "engines", Profile.Quick.Of("kestrel") with { Launches = session.Get(_launches) },
            study.FactsOf(study.Baseline.Name, study.Control.Name, "async-local"), session.Seed, session.Reproduce);
        var root = session.BeginSeveral(plan, $"seed {session.Seed}", "-engines");
        var entrants = new List<Part>();
        foreach (var name in EngineNames.All)
        {
            var load = new LoadPlan { Engine = name, Arms = name == EngineNames.Paired ? null : Arms };
            if (await EntrantAsync(session, plan with { Load = load }, root) is { } entrant)
                entrants.Add(entrant);
        }

        await session.MeasureAsync(
            new RunClock(entrants.Select(entrant => entrant.Tier)), progress => MeasureAsync(entrants, progress));
        // What the paired engine is held against may measure itself: that is what is shown, and no reason to fail.
        return session.ExitCodeOf(Report(session.Reporter, entrants, root)[0].Result.IsInvalid);
    }

    private static async Task<Part?> EntrantAsync(MeasuringSession session, RunPlan plan, string root)
    {
        var name = plan.Load.Engine;
        var engine = session.Engines.Of(name);
        try
        {
            await engine.RequireAsync(session.Cancellation);
            return session.PartOf(session.Observe(plan), Path.Combine(root, name), engine);
        }
        catch (ProgramMissingException exception)
        {
            session.Say($"{name} is left out: {exception.Message}");
            return null;
        }
    }

    // Each launch of the paired engine adds to the time that the others have; they go on while some of it is left.
    private static async Task<string?> MeasureAsync(List<Part> entrants, LaunchProgress progress)
    {
        var paired = entrants[0];
        while (paired.Launches < paired.Tier.Launches && !paired.IsGivenUp)
        {
            await paired.RunNextAsync(progress);
            foreach (var other in entrants.Skip(1))
            {
                while (!paired.IsGivenUp && HasTime(other))
                    await other.RunNextAsync(progress);
            }
        }

        return Part.WhyAnyWasGivenUp(entrants);

        // To the nearest launch, as long as those before have taken.
        bool HasTime(Part other) => !other.IsGivenUp
            && other.Seconds + (other.Seconds / Math.Max(1, other.Launches) / 2) <= paired.Seconds;
    }

    private static RunReport[] Report(Reporter reporter, List<Part> entrants, string root)
    {
        RunReport[] reports = [.. entrants.Select(entrant => ReportOf(reporter, entrant))];
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
        return reports;
    }

    // How many launches there would be was not known before: those that there are were all of them.
    private static RunReport ReportOf(Reporter reporter, Part entrant)
    {
        var (environment, directory) = (entrant.Environment, entrant.Directory);
        var plan = environment.Plan with { Tiers = [entrant.Tier with { Launches = entrant.Launches }] };
        var result = RunAnalysis.Of(environment with { Plan = plan }, directory.ReadObservations());
        directory.WriteEnvironment(result.Environment);
        return reporter.ReportPart(result, directory);
    }
}
