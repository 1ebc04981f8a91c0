namespace ContextBench.Cli.Commands;

/// <summary><c>report</c>: writes a run's reports again from its observations.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var run = new Argument<string>("RUN")
        {
            Description = "The run's folder, or its name under results/ or results/local/",
        };
        var requestUs = CommonOptions.RequestUs();
        var command = new Command("report", "Write a run's reports again from its observations") { run, requestUs };
        command.SetAction(result =>
        {
            var folder = Find(result.GetValue(run)!);
            var (reporter, written) = (new Reporter(result), $"reports written to {folder}");
            var isInvalid = ReproductionReport.IsReproduction(folder) ? reporter.ReportReproduction(folder, written)
                : Calibration.IsCalibration(folder) ? reporter.ReportCalibration(folder, written)
                : reporter.ReportRun(new RunDirectory(folder), written, result.GetValue(requestUs));
            return isInvalid ? ExitCode.Invalid : ExitCode.Done;
        });
        return command;
    }

    private static string Find(string run)
    {
        var layout = RepositoryLayout.Find(AppContext.BaseDirectory);
        string[] places = [run, Path.Combine(layout.Results, run), Path.Combine(layout.LocalResults, run)];
        return places.FirstOrDefault(place =>
                File.Exists(new RunDirectory(place).EnvironmentFile) || ReproductionReport.IsReproduction(place)
                || Calibration.IsCalibration(place))
            ?? throw new UsageException(
                $"'{run}' is no run: no folder of that name, here or under results/, has an environment.json");
    }
}
