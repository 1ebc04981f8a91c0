using ContextBench.Analysis.Sweeps;
using ContextBench.Reporting.Sweeps;

namespace ContextBench.Cli.Commands;

/// <summary>
/// <c>sweep</c>: which slice length and how many connections see the most for their noise, on this machine. The
/// defaults of the profiles are the winner of a published one.
/// </summary>
/// <param name="output">Takes the table.</param>
/// <param name="error">Takes progress and diagnostics.</param>
internal sealed class SweepCommand(TextWriter output, TextWriter error)
{
    private const int MostOfASetting = 4096;
    private const double MostWarmUpSeconds = 8;

    private readonly Option<string> _slices = new Option<string>("--slices")
    {
        Description = "Slice lengths, in requests, separated by commas",
        HelpName = "LIST",
        DefaultValueFactory = _ => "4,16,64",
    }.NumbersUpTo(MostOfASetting);

    private readonly Option<string> _connections = new Option<string>("--connections")
    {
        Description = "Numbers of connections, separated by commas; a slice has at least one request for each",
        HelpName = "LIST",
        DefaultValueFactory = _ => "1,4,16",
    }.NumbersUpTo(MostOfASetting);

    private readonly Option<int> _launches = new Option<int>("--launches")
    {
        Description = "Launches a setting, 2 or more, the settings taken in turn",
        HelpName = "N",
        DefaultValueFactory = _ => 6,
    }.OfLaunches();

    private readonly Option<double> _seconds = CommonOptions.Seconds();

    private readonly Option<double> _injectedUs = new Option<double>("--injected-us", "--dose-us")
    {
        Description = "The injected cost a request, CPU work, in µs: about 3 % of what a request costs",
        HelpName = "US",
        DefaultValueFactory = _ => 0.66,
    }.Within(0.0001, 100_000, "a time above 0, at most 100000");

    public static Command Create(TextWriter output, TextWriter error)
    {
        var sweep = new SweepCommand(output, error);
        var command = new Command(
            "sweep", "Which slice length and how many connections see the most for their noise, on this machine")
        {
            sweep._slices, sweep._connections, sweep._launches, sweep._seconds, sweep._injectedUs, CommonOptions.Seed(),
            CommonOptions.OutputOfSeveral(),
        };
        command.SetAction((result, _) =>
            MeasuringSession.RunAsync(result, error, session => sweep.RunAsync(result, session)));
        return command;
    }

    private async Task<int> RunAsync(ParseResult result, MeasuringSession session)
    {
        var environments = Settings(result, session).Select(session.Observe).ToArray();
        var root = session.FolderOf(environments[0], "-sweep");
        Part[] parts =
        [
            .. environments.Select(environment =>
                session.PartOf(environment, Path.Combine(root, FolderOf(environment.Plan.Tiers[0])))),
        ];
        session.Saved = MeasuringSession.Unreportable(root);
        session.Announce(environments[0], $"{parts.Length} settings, seed {session.Seed}", root);
        string? invalid = null;
        await session.MeasureAsync(
            new RunClock(parts.Select(part => part.Tier)), async progress => invalid = await Part.RunInTurnAsync(
                parts, session.Seed, progress, session.Cancellation));
        if (parts.All(part => part.IsGivenUp))
            throw new InvalidRunException(invalid!);

        Report([.. parts.Select(part => (part.Environment, part.Directory))], result.GetValue(_injectedUs), root);
        return session.ExitCodeOf(invalid, isInvalid: false);
    }

    private void Report(
        (EnvironmentManifest Environment, RunDirectory Directory)[] runs, double injectedUs, string root)
    {
        var instrument = InstrumentRecord.Here(error);
        RunReport[] reports =
        [
            .. runs.Select(run => instrument.ReportOf(
                RunAnalysis.Of(run.Environment, run.Directory.ReadObservations()))),
        ];
        foreach (var (report, run) in reports.Zip(runs))
            ReportFiles.Write(report, run.Directory);
        SweepSetting[] settings =
        [
            .. reports.Select(report => SweepSetting.From(report.Result, WithCost(injectedUs))).OfType<SweepSetting>(),
        ];
        if (settings.Length == 0)
            throw new UsageException($"no setting has two launches that count; see the reports in {root}");

        var (machine, calibration) = (reports[0].Environment, reports[0].Calibration);
        FolderFile.Write(
            root, "sweep.md", page => SweepTable.WriteMarkdown(settings, injectedUs, machine, calibration, page));
        FolderFile.Write(root, "sweep.csv", data => SweepTable.WriteCsv(settings, data));
        SweepTable.WriteMarkdown(settings, injectedUs, machine, calibration, output);
        error.WriteLine($"run-bench: sweep.md and sweep.csv are in {root}");
    }

    private RunPlan[] Settings(ParseResult result, MeasuringSession session)
    {
        var study = Study.FactsOf(Study.Baseline.Name, Study.Control.Name, WithCost(result.GetValue(_injectedUs)));
        RunPlan[] plans =
        [
            .. from slice in OptionRules.Numbers(result.GetValue(_slices)!)
               from connections in OptionRules.Numbers(result.GetValue(_connections)!)
               where connections <= slice
               select new TierPlan
               {
                   Tier = "kestrel",
                   Launches = result.GetValue(_launches),
                   SliceOperations = slice,
                   Connections = connections,
                   MeasureSeconds = result.GetValue(_seconds),
                   MostWarmUpSeconds = MostWarmUpSeconds,
               } into setting
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
