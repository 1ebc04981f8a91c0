using ContextBench.Analysis.Sweeps;
using ContextBench.Reporting.Sweeps;

namespace ContextBench.Cli.Commands;

/// <summary>
/// <c>sweep</c>: which slice length and how many connections see the most for their noise, on this machine. The
/// defaults of the profiles are the winner of a published one.
/// </summary>
internal sealed class SweepCommand : Command
{
    private const int MostOfASetting = 4096;

    private readonly Option<string> _slices = CheckedOption.Of<string>(
        "--slices", "LIST", "Slice lengths, in requests, separated by commas")
        .Default("4,16,64").NumbersUpTo(MostOfASetting);

    private readonly Option<string> _connections = CheckedOption.Of<string>(
        "--connections", "LIST",
        "Numbers of connections, separated by commas; a slice has at least one request for each")
        .Default("1,4,16").NumbersUpTo(MostOfASetting);

    private readonly Option<int> _launches = CommonOptions.Launches<int>(
        "Launches a setting, 2 or more, the settings taken in turn").Default(6);

    private readonly Option<double> _seconds = CommonOptions.Seconds();

    private readonly Option<double> _injectedUs = CheckedOption.Of<double>(
        "--injected-us", "US", "The injected cost a request, CPU work, in µs: about 3 % of what a request costs",
        "--dose-us")
        .Default(0.66).Within(0.0001, 100_000, "a time above 0, at most 100000");

    public SweepCommand()
        : base("sweep", "Which slice length and how many connections see the most for their noise, on this machine")
    {
        this.AddAll(
            _slices, _connections, _launches, _seconds, _injectedUs, CommonOptions.Seed(),
            CommonOptions.OutputOfSeveral());
        SetAction((result, _) => MeasuringSession.RunAsync(result, RunAsync));
    }

    private async Task<int> RunAsync(MeasuringSession session)
    {
        var settings = Settings(session);
        var root = session.BeginSeveral(settings[0], $"{settings.Length} settings, seed {session.Seed}", "-sweep");
        Part[] parts =
        [
            .. settings.Select(plan =>
                session.PartOf(session.Observe(plan), Path.Combine(root, FolderOf(plan.Tiers[0])))),
        ];
        await session.MeasureAsync(
            new RunClock(parts.Select(part => part.Tier)),
            progress => Part.RunInTurnAsync(parts, session.Seed, progress));
        if (parts.All(part => part.IsGivenUp))
            throw new InvalidRunException(Part.WhyAnyWasGivenUp(parts)!);

        Report(session.Reporter, parts, session.Get(_injectedUs), root);
        return session.ExitCodeOf(isInvalid: false);
    }

    // A setting that was given up has a report, and no part in the choice: its interval is of the launches before.
    private static void Report(Reporter reporter, IReadOnlyList<Part> parts, double injectedUs, string root)
    {
        RunReport[] reports =
        [
            .. parts.Select(part => reporter.ReportPart(
                RunAnalysis.Of(part.Environment, part.Directory.ReadObservations()), part.Directory)),
        ];
        SweepSetting[] settings =
        [
            .. parts.Zip(reports).Where(setting => !setting.First.IsGivenUp)
                .Select(setting => SweepSetting.From(setting.Second.Result, WithCost(injectedUs)))
                .OfType<SweepSetting>(),
        ];
        if (settings.Length == 0)
            throw new UsageException($"no setting has two launches that count; see the reports in {root}");

        reporter.Publish(
            SweepDocument.Of(settings, injectedUs, reports[0].Environment, reports[0].Calibration), root,
            $"sweep.md and sweep.csv are in {root}");
    }

    private RunPlan[] Settings(MeasuringSession session)
    {
        var study = Study.FactsOf(Study.Baseline.Name, Study.Control.Name, WithCost(session.Get(_injectedUs)));
        var tier = Profile.Quick.Of("kestrel") with
        {
            Launches = session.Get(_launches),
            MeasureSeconds = session.Get(_seconds),
        };
        RunPlan[] plans =
        [
            .. from slice in WordList.Numbers(session.Get(_slices)!)
               from connections in WordList.Numbers(session.Get(_connections)!)
               where connections <= slice
               let setting = tier with { SliceOperations = slice, Connections = connections }
               select ArticlePlan.Of("sweep", setting, study, session.Seed, session.Reproduce),
        ];
        return plans.Length > 0
            ? plans
            : throw new UsageException("no slice is as long as the fewest connections: use longer --slices");
    }

    private static string FolderOf(TierPlan setting) =>
        $"slice-{setting.SliceOperations}-connections-{setting.Connections}";

    private static Study Study => StudyCatalogue.Default;

    private static string WithCost(double injectedUs) => Study.BaselineWith($"{injectedUs}us");
}
