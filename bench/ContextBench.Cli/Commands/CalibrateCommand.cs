using System.CommandLine;
using ContextBench.Analysis.Calibration;
using ContextBench.Cli.Calibration;
using ContextBench.Cli.Options;
using ContextBench.Cli.Progress;
using ContextBench.Measurement.Engines;
using ContextBench.Measurement.Machine;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Records;
using ContextBench.Measurement.Runs;

namespace ContextBench.Cli.Commands;

/// <summary>
/// <c>calibrate</c>: many short runs with known doses, to prove what this instrument sees on this machine; ends with
/// the certificate that every report names.
/// </summary>
/// <param name="output">Takes the table.</param>
/// <param name="error">Takes progress and diagnostics.</param>
internal sealed class CalibrateCommand(TextWriter output, TextWriter error)
{
    private readonly Option<string?> _tiers = new("--tiers")
    {
        Description = "Which tiers, separated by commas; see 'list' [default: all]",
        HelpName = "NAMES",
    };

    private readonly Option<int> _runs = new("--runs")
    {
        Description = "Independent runs a tier, 2 or more; about a minute each",
        HelpName = "N",
        DefaultValueFactory = _ => 20,
    };

    private readonly Option<int?> _launches = new("--launches")
    {
        Description =
            "Launches a run, 2 or more [default: those of about a minute: " +
            string.Join(", ", TierCatalogue.All.Select(
                tier => $"{CalibrationPlanner.LaunchesOf(tier.Name)} on {tier.Name}")) + "]",
        HelpName = "N",
    };

    private readonly Option<int?> _seed = CommonOptions.Seed();

    private readonly Option<string?> _output = CommonOptions.OutputOfSeveral();

    private readonly RepositoryLayout _layout = RepositoryLayout.Find(AppContext.BaseDirectory);
    private string? _root;
    private int _mostRuns; // of any tier

    public static Command Create(TextWriter output, TextWriter error)
    {
        var calibrate = new CalibrateCommand(output, error);
        var command = new Command(
            "calibrate", "Prove with known costs what is seen on this machine: the certificate that reports name")
        {
            calibrate._tiers, calibrate._runs, calibrate._launches, calibrate._seed, calibrate._output,
        };
        command.SetAction((result, _) => calibrate.RunAsync(result));
        return command;
    }

    private Task<int> RunAsync(ParseResult result) => Interruption.RunAsync(
        error,
        () => Interruption.Saved(_root, isReportable: _mostRuns >= CertificateReport.FewestRuns),
        cancellation => ExecuteAsync(result, cancellation));

    private async Task<int> ExecuteAsync(ParseResult result, CancellationToken cancellation)
    {
        var tiers = TiersOf(result.GetValue(_tiers));
        var runs = CommonOptions.Within(
            "--runs", result.GetValue(_runs), CertificateReport.FewestRuns, int.MaxValue,
            $"{CertificateReport.FewestRuns} or more, of which there is a spread");
        var seed = result.GetValue(_seed) ?? CommonOptions.DrawSeed();
        int? launches = result.GetValue(_launches) is { } asked ? CommonOptions.Launches(asked) : null;
        var planner = new CalibrationPlanner(
            seed, launches,
            ShellCommand.Of(
            [
                "calibrate", "--tiers", string.Join(',', tiers), "--runs", $"{runs}",
                .. launches is null ? Array.Empty<string>() : ["--launches", $"{launches}"], "--seed", $"{seed}",
            ]));
        _layout.RequirePrograms();
        var programs = _layout.MeasuredPrograms();
        MeasuredEnvironment.Say(error);
        var environment = Observe(planner.Pilot(tiers[0]));
        var root = new RunFolder(_layout).ResolveForSeveral(result.GetValue(_output), environment, "-calibration");
        GitCommit.Warn(environment.Commit, error);
        error.WriteLine($"run-bench: seed {seed}, observations in {root}");

        await ProgressDisplay.RunAsync(error, async display =>
        {
            await MeasureAsync(planner, programs, tiers, runs, root, display, cancellation);
            cancellation.ThrowIfCancellationRequested();
        });
        var isInvalid = ReportCommand.WriteCertificate(
            root, $"certificate.md, certificate.json and certificate.svg are in {root}", output, error);
        return isInvalid ? ExitCode.Invalid : ExitCode.Done;
    }

    // Tiers take turns run by run, so that none has the quiet minutes to itself.
    private async Task MeasureAsync(
        CalibrationPlanner planner, MeasuredPrograms programs, IReadOnlyList<string> tiers, int runs, string root,
        IProgressDisplay display, CancellationToken cancellation)
    {
        var clock = ClockOf(planner, tiers, runs);
        var pilots = new Dictionary<string, DosePilot>();
        foreach (var tier in tiers)
        {
            display.Show(clock.State($"{tier}: finding what a request costs"), isMilestone: false);
            var pilot = await MeasureAsync(planner.Pilot(tier), Path.Combine(root, "pilot", tier), _ => { });
            pilots[tier] = DosePilot.From(pilot.ReadObservations());
            display.Show(
                clock.State(FormattableString.Invariant($"{tier}: {pilots[tier].BaselineUs:0.##} µs without a dose")),
                isMilestone: true);
        }

        _root = root;
        clock.Start();
        for (var run = 1; run <= runs; run++)
        {
            foreach (var tier in tiers)
            {
                var name = $"{tier} run {run} of {runs},";
                await MeasureAsync(
                    planner.Run(tier, run, pilots[tier]), CertificateReport.FolderOf(root, tier, run),
                    new LaunchProgress(display, clock, _ => name).Report);
                _mostRuns = run;
            }
        }

        foreach (var residency in ResidenciesOf(tiers))
        {
            var name = residency.ToString().ToLowerInvariant();
            await MeasureAsync(
                planner.Bytes(residency), CertificateReport.FolderOf(root, residency),
                new LaunchProgress(display, clock, _ => $"allocated bytes {name},").Report);
        }

        async Task<RunDirectory> MeasureAsync(RunPlan plan, string path, Action<RunProgress> report)
        {
            var environment = Observe(plan);
            var folder = RunFolder.CreateAt(path, environment);
            var runner = new Runner(new EngineCatalogue(_layout).Paired(environment.Pinning), programs);
            await runner.RunAsync(plan, folder, report, cancellation);
            return folder;
        }
    }

    // What the collector is paid is cross-checked where there are server processes to part.
    private static Residency[] ResidenciesOf(IEnumerable<string> tiers) =>
        tiers.Contains("kestrel") ? [Residency.Together, Residency.Apart] : [];

    private static RunClock ClockOf(CalibrationPlanner planner, IReadOnlyList<string> tiers, int runs)
    {
        var ofBytes = ResidenciesOf(tiers).Sum(residency => planner.Bytes(residency).Tiers[0].Launches);
        return new RunClock(
            planner.Pilot(tiers[0]) with
            {
                Tiers =
                [
                    .. tiers.Select(planner.TierOf).Select(tier => tier with
                    {
                        Launches = (tier.Launches * runs) + (tier.Tier == "kestrel" ? ofBytes : 0),
                    }),
                ],
            },
            microSeconds: 0, TimeProvider.System);
    }

    private EnvironmentManifest Observe(RunPlan plan) => EnvironmentManifest.Observe(
        plan, ProcessorPlan.For(Processor.Allowed()), GitCommit.Describe(_layout.Root), TimeProvider.System);

    private static string[] TiersOf(string? written)
    {
        string[] known = [.. TierCatalogue.All.Select(tier => tier.Name)];
        string[] asked =
        [
            .. (written ?? string.Join(',', known)).Split(',', StringSplitOptions.TrimEntries)
                .Select(name => Nearest.Require("tier", name, known)),
        ];
        return [.. known.Where(asked.Contains)];
    }
}
