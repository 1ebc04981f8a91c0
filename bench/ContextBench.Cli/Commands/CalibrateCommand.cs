using ContextBench.Cli.Calibrations;

namespace ContextBench.Cli.Commands;

/// <summary>
/// <c>calibrate</c>: many short runs with known costs, to prove what this instrument sees on this machine; ends with
/// the calibration that every report names.
/// </summary>
internal static class CalibrateCommand
{
    private static readonly string[] Tiers = [.. TierCatalogue.All.Select(tier => tier.Name)];

    public static Command Create(TextWriter output, TextWriter error)
    {
        var tiers = new Option<string?>("--tiers")
        {
            Description = "Which tiers, separated by commas; see 'list' [default: all]",
            HelpName = "NAMES",
        }.SomeOf(Tiers);
        var runs = new Option<int>("--runs")
        {
            Description = "Independent runs a tier, 2 or more; about a minute each",
            HelpName = "N",
            DefaultValueFactory = _ => 20,
        }.Within(
            Calibration.FewestRuns, int.MaxValue, $"{Calibration.FewestRuns} or more, of which there is a spread");
        var launches = new Option<int?>("--launches")
        {
            Description = "Launches a run, 2 or more [default: those of about a minute: " + string.Join(
                ", ", Tiers.Select(tier => $"{CalibrationPlanner.LaunchesOf(tier)} on {tier}")) + "]",
            HelpName = "N",
        }.OfLaunches();
        var command = new Command(
            "calibrate", "Prove with known costs what is seen on this machine: the calibration that reports name")
        {
            tiers, runs, launches, CommonOptions.Seed(), CommonOptions.OutputOfSeveral(),
        };
        command.SetAction((result, _) => MeasuringSession.RunAsync(result, error, async session =>
        {
            var measurement = new CalibrationMeasurement(
                session, new CalibrationPlanner(session.Seed, result.GetValue(launches), session.Reproduce),
                OptionRules.Chosen(result.GetValue(tiers), Tiers), result.GetValue(runs));
            var root = await measurement.RunAsync();
            var isInvalid = ReportCommand.WriteCalibration(
                root, $"certificate.md, certificate.json and certificate.svg are in {root}", output, error);
            return session.ExitCodeOf(invalid: null, isInvalid);
        }));
        return command;
    }
}
