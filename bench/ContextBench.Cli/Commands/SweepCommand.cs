using System.Globalization;
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
    private const string Tier = "kestrel";
    private const double MostWarmUpSeconds = 8;

    private readonly Option<string> _slices = new("--slices")
    {
        Description = "Slice lengths, in requests, separated by commas",
        HelpName = "LIST",
        DefaultValueFactory = _ => "4,16,64",
    };

    private readonly Option<string> _connections = new("--connections")
    {
        Description = "Numbers of connections, separated by commas; a slice has at least one request for each",
        HelpName = "LIST",
        DefaultValueFactory = _ => "1,4,16",
    };

    private readonly Option<int> _launches = new("--launches")
    {
        Description = "Launches a setting, 2 or more, the settings taken in turn",
        HelpName = "N",
        DefaultValueFactory = _ => 6,
    };

    private readonly Option<double> _seconds = new("--seconds")
    {
        Description = "Time for the blocks of a launch, in s",
        HelpName = "S",
        DefaultValueFactory = _ => 4,
    };

    private readonly Option<double> _injectedUs = new("--injected-us", "--dose-us")
    {
        Description = "The injected cost a request, CPU work, in µs: about 3 % of what a request costs",
        HelpName = "US",
        DefaultValueFactory = _ => 0.66,
    };

    private readonly Option<int?> _seed = CommonOptions.Seed();

    private readonly Option<string?> _output = CommonOptions.OutputOfSeveral();

    public static Command Create(TextWriter output, TextWriter error)
    {
        var sweep = new SweepCommand(output, error);
        var command = new Command(
            "sweep", "Which slice length and how many connections see the most for their noise, on this machine")
        {
            sweep._slices, sweep._connections, sweep._launches, sweep._seconds, sweep._injectedUs, sweep._seed,
            sweep._output,
        };
        command.SetAction((result, _) => sweep.RunAsync(result));
        return command;
    }

    private Task<int> RunAsync(ParseResult result) =>
        MeasuringSession.RunAsync(error, session => ExecuteAsync(result, session));

    private async Task<int> ExecuteAsync(ParseResult result, MeasuringSession session)
    {
        var seed = result.GetValue(_seed) ?? CommonOptions.DrawSeed();
        var environments = Settings(result, seed).Select(session.Observe).ToArray();
        session.RequirePrograms();
        var root = new RunFolder(session.Layout)
            .ResolveForSeveral(result.GetValue(_output), environments[0], "-sweep");
        var runs = environments
            .Select(environment => (Environment: environment, Directory: RunFolder.CreateAt(
                Path.Combine(root, FolderOf(environment.Plan.Tiers[0])), environment)))
            .ToArray();
        (session.Saved, session.IsReportable) = (root, false);
        session.Announce(environments[0], $"{runs.Length} settings, seed {seed}", root);
        await session.MeasureAsync(display => MeasureAsync(session, runs, seed, display));
        Report(runs, result.GetValue(_injectedUs), root);
        return ExitCode.Done;
    }

    // Settings take turns launch by launch, in a new order each time, so that none has the quiet minutes to itself.
    private static async Task MeasureAsync(
        MeasuringSession session, (EnvironmentManifest Environment, RunDirectory Directory)[] runs, int seed,
        IProgressDisplay display)
    {
        var launches = runs[0].Environment.Plan.Tiers[0].Launches;
        var all = runs[0].Environment.Plan.Tiers[0] with { Launches = launches * runs.Length };
        var clock = new RunClock(
            runs[0].Environment.Plan with { Tiers = [all] }, microSeconds: 0, TimeProvider.System);
        var progress = new LaunchProgress(display, clock, FolderOf);
        var runner = session.RunnerOf();
        var random = new Random(seed);
        for (var launch = 1; launch <= launches; launch++)
        {
            random.Shuffle(runs);
            foreach (var (environment, directory) in runs)
            {
                var plan = environment.Plan;
                await runner.RunLaunchAsync(
                    new PlannedLaunch(plan, plan.Tiers[0], launch, directory, progress.Report), session.Cancellation);
            }
        }
    }

    private void Report(
        (EnvironmentManifest Environment, RunDirectory Directory)[] runs, double injectedUs, string root)
    {
        var reporter = new Reporter(output, error);
        RunReport[] reports =
        [
            .. runs.Select(run => reporter.Part(
                RunAnalysis.Of(run.Environment, run.Directory.ReadObservations()), run.Directory)),
        ];
        SweepSetting[] settings =
        [
            .. reports.Select(report => SweepSetting.From(report.Result, WithCost(injectedUs))).OfType<SweepSetting>(),
        ];
        if (settings.Length == 0)
            throw new UsageException($"no setting has two launches that count; see the reports in {root}");

        reporter.Publish(
            SweepDocument.Of(settings, injectedUs, reports[0].Environment, reports[0].Calibration), root,
            $"sweep.md and sweep.csv are in {root}");
    }

    private RunPlan[] Settings(ParseResult result, int seed)
    {
        var launches = CommonOptions.Launches(result.GetValue(_launches));
        var (seconds, injectedUs) = (CommonOptions.Seconds(result.GetValue(_seconds)), result.GetValue(_injectedUs));
        if (InjectedCost.In(WithCost(injectedUs)) is not { WorkMicroseconds: > 0 })
            throw new UsageException($"--injected-us takes a time above 0; got {Text(injectedUs)}");

        RunPlan[] plans =
        [
            .. from slice in Numbers("--slices", result.GetValue(_slices)!)
               from connections in Numbers("--connections", result.GetValue(_connections)!)
               where connections <= slice
               select new RunPlan
               {
                   Profile = "sweep",
                   Tiers = [Setting(slice, connections, launches, seconds)],
                   Study = Study.FactsOf(Study.Baseline.Name, Study.Control.Name, WithCost(injectedUs)),
                   Workload = Workload.Article.Facts,
                   Body = Workload.Article.Body,
                   MarginPercent = 1,
                   Seed = seed,
                   Reproduce = ShellCommand.Of(
                       "sweep", "--slices", result.GetValue(_slices)!,
                       "--connections", result.GetValue(_connections)!, "--launches", $"{launches}",
                       "--seconds", Text(seconds), "--injected-us", Text(injectedUs), "--seed", $"{seed}"),
               },
        ];
        return plans.Length > 0
            ? plans
            : throw new UsageException("no slice is as long as the fewest connections: use longer --slices");
    }

    private static TierPlan Setting(int slice, int connections, int launches, double seconds) => new()
    {
        Tier = Tier,
        Launches = launches,
        SliceOperations = slice,
        Connections = connections,
        MeasureSeconds = seconds,
        MostWarmUpSeconds = MostWarmUpSeconds,
    };

    private static string FolderOf(TierPlan setting) =>
        $"slice-{setting.SliceOperations}-connections-{setting.Connections}";

    private static Study Study => StudyCatalogue.Default;

    private static string WithCost(double injectedUs) => Study.BaselineWith($"{Text(injectedUs)}us");

    private static int[] Numbers(string option, string list) =>
        [.. list.Split(',', StringSplitOptions.TrimEntries).Select(word =>
            int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and <= 4096
                ? number
                : throw new UsageException($"{option} takes numbers of 1 to 4096, separated by commas; got '{word}'"))
            .Distinct()];

    private static string Text(double value) => value.ToString();
}
