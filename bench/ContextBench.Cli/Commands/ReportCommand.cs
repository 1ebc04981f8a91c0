using System.CommandLine;
using System.Text.Json;
using ContextBench.Cli.Options;
using ContextBench.Measurement.Runs;
using ContextBench.Reporting;
using ContextBench.Reporting.Analysis;
using ContextBench.Reporting.Certificates;
using ContextBench.Reporting.Output;
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
            var isInvalid = WriteWhateverIsIn(
                folder, output, error, CommonOptions.RequestUs(result.GetValue(requestUs)));
            error.WriteLine($"run-bench: reports written to {folder}");
            return isInvalid ? ExitCode.Invalid : ExitCode.Done;
        });
        return command;
    }

    private static bool WriteWhateverIsIn(string folder, TextWriter output, TextWriter error, double? requestUs)
    {
        if (ReproductionReport.IsReproduction(folder))
            return WriteReproduction(folder, output, error);
        return CertificateReport.IsCalibration(folder)
            ? WriteCertificate(folder, output, error)
            : Write(new RunDirectory(folder), output, error, requestUs).IsInvalid;
    }

    /// <summary>Analyses a run, writes its files and prints its table.</summary>
    /// <param name="directory">Its folder.</param>
    /// <param name="output">Takes the table.</param>
    /// <param name="error">Takes what is said beside it.</param>
    /// <param name="requestUs">What a request of the reader's takes, in µs; null for what the run was told.</param>
    /// <exception cref="UsageException">The folder's files cannot be read or written.</exception>
    public static RunReport Write(
        RunDirectory directory, TextWriter output, TextWriter error, double? requestUs = null)
    {
        try
        {
            var environment = directory.ReadEnvironment();
            environment = environment with
            {
                Plan = environment.Plan with { RequestUs = requestUs ?? environment.Plan.RequestUs },
            };
            var analysis = RunAnalysis.Of(
                environment, directory.ReadObservations(),
                MicroReport.ReadAll(directory.MicroDirectory, environment.RuntimeName()));
            var report = InstrumentRecord.Here(error).AddTo(analysis);
            ReportFiles.Write(report, directory);
            ConsoleReport.Write(report, output);
            return report;
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or JsonException or StorageException)
        {
            throw new UsageException($"the run in {directory.Path} cannot be reported: {exception.Message}");
        }
    }

    /// <summary>Analyses a reproduction, writes its files and prints its page.</summary>
    /// <param name="root">Its folder.</param>
    /// <param name="output">Takes the page.</param>
    /// <param name="error">Takes diagnostics.</param>
    /// <returns>Whether a validity check fired in any part.</returns>
    /// <exception cref="UsageException">The folder's files cannot be read or written.</exception>
    public static bool WriteReproduction(string root, TextWriter output, TextWriter error)
    {
        try
        {
            var report = ReproductionReport.Read(root);
            report = report with { Certificate = InstrumentRecord.Here(error).CertificateOf(report.OfMachine) };
            ReproductionFiles.Write(report, root);
            ReproductionPage.Write(report, output);
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
    /// <param name="output">Takes the page.</param>
    /// <param name="error">Takes diagnostics.</param>
    /// <returns>Whether most runs of a tier are invalid.</returns>
    /// <exception cref="UsageException">The folder's files cannot be read or written.</exception>
    public static bool WriteCertificate(string root, TextWriter output, TextWriter error)
    {
        try
        {
            var report = CertificateReport.Read(root);
            CertificateFiles.Write(report, root);
            var instrument = InstrumentRecord.Here(error);
            foreach (var run in report.Runs)
                ReportFiles.Write(instrument.AddTo(run.Report), run.Folder);
            CertificatePage.Write(report, output);
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
                || CertificateReport.IsCalibration(place))
            ?? throw new UsageException(
                $"'{run}' is no run: no folder of that name, here or under results/, has an environment.json");
    }
}
