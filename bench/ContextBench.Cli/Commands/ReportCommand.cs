using System.Text.Json;
using ContextBench.Analysis.Micro;
using ContextBench.Reporting.Calibrations;
using ContextBench.Reporting.Micro;
using ContextBench.Reporting.Reproduction;

namespace ContextBench.Cli.Commands;

/// <summary><c>report</c>: writes a run's reports again from its observations.</summary>
internal static class ReportCommand
{
    public static Command Create(TextWriter output, TextWriter error)
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
            var requestTime = CommonOptions.RequestUs(result.GetValue(requestUs));
            return WriteWhateverIsIn(folder, output, error, requestTime) ? ExitCode.Invalid : ExitCode.Done;
        });
        return command;
    }

    private static bool WriteWhateverIsIn(string folder, TextWriter output, TextWriter error, double? requestUs)
    {
        var written = $"reports written to {folder}";
        if (ReproductionReport.IsReproduction(folder))
            return WriteReproduction(folder, written, output, error);
        return Calibration.IsCalibration(folder)
            ? WriteCalibration(folder, written, output, error)
            : Write(new RunDirectory(folder), written, output, error, requestUs).IsInvalid;
    }

    /// <summary>Analyses a run, writes its files and prints its table.</summary>
    /// <param name="directory">Its folder.</param>
    /// <param name="written">What to say once its files are written.</param>
    /// <param name="output">Takes the table.</param>
    /// <param name="error">Takes that, or why they could not be written.</param>
    /// <param name="requestUs">What a request of the reader's takes, in µs; null for what the run was told.</param>
    /// <exception cref="UsageException">The folder's files cannot be read.</exception>
    public static RunResult Write(
        RunDirectory directory, string written, TextWriter output, TextWriter error, double? requestUs = null)
    {
        try
        {
            var environment = directory.ReadEnvironment();
            environment = environment with
            {
                Plan = environment.Plan with { RequestUs = requestUs ?? environment.Plan.RequestUs },
            };
            var result = RunAnalysis.Of(environment, directory.ReadObservations()) with
            {
                Micro = MicroComparisons.ReadAll(directory.MicroDirectory, environment.RuntimeName()),
            };
            var report = InstrumentRecord.Here(error).ReportOf(result) with
            {
                MicroTables = MicroTable.ReadAll(directory.MicroDirectory),
            };
            var kept = PrintedFiles.Write(directory.Path, written, () => ReportFiles.Write(report, directory));
            ConsoleReport.Write(report, output);
            error.WriteLine($"run-bench: {kept}");
            return result;
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or JsonException or StorageException)
        {
            throw new UsageException($"the run in {directory.Path} cannot be reported: {exception.Message}");
        }
    }

    /// <summary>Analyses a reproduction, writes its files and prints its page.</summary>
    /// <param name="root">Its folder.</param>
    /// <param name="written">What to say once its files are written.</param>
    /// <param name="output">Takes the page.</param>
    /// <param name="error">Takes that, or why they could not be written.</param>
    /// <returns>Whether a validity check fired in any part.</returns>
    /// <exception cref="UsageException">The folder's files cannot be read.</exception>
    public static bool WriteReproduction(string root, string written, TextWriter output, TextWriter error)
    {
        try
        {
            var report = ReproductionReport.Read(root);
            report = report with { Calibration = InstrumentRecord.Here(error).CalibrationOf(report.OfMachine) };
            var kept = PrintedFiles.Write(root, written, () => ReproductionFiles.Write(report, root));
            ReproductionPage.Write(report, output);
            error.WriteLine($"run-bench: {kept}");
            return report.IsInvalid;
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or JsonException or StorageException)
        {
            throw new UsageException($"the reproduction in {root} cannot be reported: {exception.Message}");
        }
    }

    /// <summary>Analyses a calibration, writes its files and prints its page.</summary>
    /// <param name="root">Its folder.</param>
    /// <param name="written">What to say once its files are written.</param>
    /// <param name="output">Takes the page.</param>
    /// <param name="error">Takes that, or why they could not be written.</param>
    /// <returns>Whether most runs of a tier are invalid.</returns>
    /// <exception cref="UsageException">The folder's files cannot be read.</exception>
    public static bool WriteCalibration(string root, string written, TextWriter output, TextWriter error)
    {
        try
        {
            var report = Calibration.Read(root);
            var instrument = InstrumentRecord.Here(error);
            var kept = PrintedFiles.Write(root, written, () =>
            {
                CalibrationFiles.Write(report, root);
                foreach (var run in report.Runs)
                    ReportFiles.Write(instrument.ReportOf(run.Report), run.Folder);
            });
            CalibrationPage.Write(report, output);
            error.WriteLine($"run-bench: {kept}");
            return report.IsInvalid;
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or JsonException or StorageException)
        {
            throw new UsageException($"the calibration in {root} cannot be reported: {exception.Message}");
        }
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
