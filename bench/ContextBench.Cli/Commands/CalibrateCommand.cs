using ContextBench.Cli.Calibrations;

namespace ContextBench.Cli.Commands;

/// <summary>
/// <c>calibrate</c>: many short runs with known costs, to prove what this instrument sees on this machine; ends with
/// the calibration that every report names.
/// </summary>
internal static class CalibrateCommand
{
    private const int Fewest = Calibration.FewestRuns;

    public static Command Create()
    {
        var tiers = CheckedOption.Of<string?>(
            "--tiers", "NAMES", "Which tiers, separated by commas; see 'list' [default: all]")
            .SomeOf(CommonOptions.Tiers);
        var runs = CheckedOption.Of<int>("--runs", "N", "Independent runs a tier, 2 or more; about a minute each")
            .Default(20).Within(Fewest, int.MaxValue, $"{Fewest} or more, of which there is a spread");
        var defaults = CommonOptions.Tiers.Select(tier => $"{CalibrationPlanner.LaunchesOf(tier)} on {tier}");
        var launches = CommonOptions.Launches<int?>(
            $"Launches a run, 2 or more [default: those of about a minute: {string.Join(", ", defaults)}]");
        var command = new Command(
            "calibrate", "Prove with known costs what is seen on this machine: the calibration that reports name")
        {
            tiers, runs, launches, CommonOptions.Seed(), CommonOptions.OutputOfSeveral(),
        };
        command.SetAction((result, _) => MeasuringSession.RunAsync(result, async session =>
        {
            var measurement = new CalibrationMeasurement(
                session, new CalibrationPlanner(session.Seed, session.Get(launches), session.Reproduce),
                WordList.Chosen(session.Get(tiers), CommonOptions.Tiers), session.Get(runs));
            var root = await measurement.RunAsync();
            return session.ExitCodeOf(session.Reporter.ReportCalibration(
                root, $"certificate.md, certificate.json and certificate.svg are in {root}"));
        }));
        return command;
    }
}
