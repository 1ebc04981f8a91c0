using ContextBench.Cli.Calibrations;

namespace ContextBench.Cli.Commands;

/// <summary>
/// <c>calibrate</c>: many short runs with known costs, to prove what this instrument sees on this machine; ends with
/// the calibration that every report names.
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

    public static Command Create(TextWriter output, TextWriter error)
    {
        var calibrate = new CalibrateCommand(output, error);
        var command = new Command(
            "calibrate", "Prove with known costs what is seen on this machine: the calibration that reports name")
        {
            calibrate._tiers, calibrate._runs, calibrate._launches, calibrate._seed, calibrate._output,
        };
        command.SetAction((result, _) => calibrate.RunAsync(result));
        return command;
    }

    private Task<int> RunAsync(ParseResult result) =>
        MeasuringSession.RunAsync(error, session => ExecuteAsync(result, session));

    private async Task<int> ExecuteAsync(ParseResult result, MeasuringSession session)
    {
        var tiers = TiersOf(result.GetValue(_tiers));
        var runs = CommonOptions.Within(
            "--runs", result.GetValue(_runs), Calibration.FewestRuns, int.MaxValue,
            $"{Calibration.FewestRuns} or more, of which there is a spread");
        var seed = result.GetValue(_seed) ?? CommonOptions.DrawSeed();
        int? launches = result.GetValue(_launches) is { } asked ? CommonOptions.Launches(asked) : null;
        var planner = new CalibrationPlanner(
            seed, launches,
            ShellCommand.Of(
            [
                "calibrate", "--tiers", string.Join(',', tiers), "--runs", $"{runs}",
                .. launches is null ? Array.Empty<string>() : ["--launches", $"{launches}"], "--seed", $"{seed}",
            ]));
        session.RequirePrograms();
        var environment = session.Observe(planner.Pilot(tiers[0]));
        var root = new RunFolder(session.Layout)
            .ResolveForSeveral(result.GetValue(_output), environment, "-calibration");
        session.Announce(environment, $"seed {seed}", root);
        await session.MeasureAsync(new CalibrationMeasurement(session, planner, tiers, runs, root).RunAsync);
        var isInvalid = new Reporter(output, error).Calibration(
            root, $"certificate.md, certificate.json and certificate.svg are in {root}");
        return session.ExitCodeOf(invalid: null, isInvalid);
    }

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
