using System.Text.Json;
using ContextBench.Analysis.Micro;
using ContextBench.Reporting.Calibrations;
using ContextBench.Reporting.Documents;
using ContextBench.Reporting.Reproduction;

namespace ContextBench.Cli;

/// <summary>Analyses what is measured, writes its documents beside it and prints them.</summary>
/// <param name="command">
/// The parsed command line; its output takes the documents, and its error where they are kept, or why they cannot be.
/// </param>
internal sealed class Reporter(ParseResult command)
{
    private readonly InvocationConfiguration _console = command.InvocationConfiguration;

    /// <summary>What is known of the instrument.</summary>
    public InstrumentRecord Instrument { get; } = new(command.InvocationConfiguration.Error);

    /// <summary>Reports a run.</summary>
    /// <param name="directory">Its folder.</param>
    /// <param name="written">What to say once its files are written.</param>
    /// <param name="requestUs">What a request of the reader's takes, in µs; null for what the run was told.</param>
    /// <returns>Whether a validity check fired.</returns>
    /// <exception cref="UsageException">The folder's files cannot be read.</exception>
    public bool ReportRun(RunDirectory directory, string written, double? requestUs = null)
    {
        var report = Read("run", directory.Path, () =>
        {
            var environment = directory.ReadEnvironment();
            environment = environment with
            {
                Plan = environment.Plan with { RequestUs = requestUs ?? environment.Plan.RequestUs },
            };
            var micro = MicroResults.ReadAll(directory.MicroDirectory);
            return Instrument.ReportOf(RunAnalysis.Of(environment, directory.ReadObservations()) with
            {
                Micro = MicroComparisons.Of(micro, environment.RuntimeName()),
            }) with
            {
                Micro = micro,
                OldMicro = micro.Cases is [] ? GithubReport.ReadAll(directory.MicroDirectory) : [],
            };
        });
        Publish(RunDocument.Of(report), directory.Path, written);
        return report.Result.IsInvalid;
    }

    /// <summary>Reports a run that is a part of something, without printing it.</summary>
    /// <param name="result">What it says.</param>
    /// <param name="directory">Its folder.</param>
    public RunReport ReportPart(RunResult result, RunDirectory directory)
    {
        var report = Instrument.ReportOf(result);
        RunDocument.Of(report).WriteTo(directory.Path);
        return report;
    }

    /// <summary>Reports a reproduction.</summary>
    /// <param name="root">Its folder.</param>
    /// <param name="written">What to say once its files are written.</param>
    /// <returns>Whether a validity check fired in any part.</returns>
    /// <exception cref="UsageException">The folder's files cannot be read.</exception>
    public bool ReportReproduction(string root, string written)
    {
        var report = Read("reproduction", root, () => ReproductionReport.Read(root));
        report = report with { Calibration = Instrument.CalibrationOf(report.OfMachine) };
        Publish(ReproductionDocument.Of(report), root, written);
        return report.IsInvalid;
    }

    /// <summary>Reports a calibration.</summary>
    /// <param name="root">Its folder.</param>
    /// <param name="written">What to say once its files are written.</param>
    /// <returns>Whether most runs of a tier are invalid.</returns>
    /// <exception cref="UsageException">The folder's files cannot be read.</exception>
    public bool ReportCalibration(string root, string written)
    {
        var calibration = Read("calibration", root, () => Calibration.Read(root));
        Publish(CalibrationDocument.Of(calibration), root, written, () =>
        {
            foreach (var run in calibration.Runs)
                ReportPart(run.Report, run.Folder);
        });
        return calibration.IsInvalid;
    }

    /// <summary>Writes a document and prints it, which is worth having even where it cannot be written.</summary>
    /// <param name="document">The document.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="written">What to say once it is written.</param>
    /// <param name="writeMore">Writes what belongs to it.</param>
    public void Publish(Document document, string folder, string written, Action? writeMore = null)
    {
        try
        {
            document.WriteTo(folder);
            writeMore?.Invoke();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            written = $"the files in {folder} could not all be written: {exception.Message}";
        }

        ConsoleRenderer.Write(document, _console.Output);
        _console.Error.WriteLine($"run-bench: {written}");
    }

    private static T Read<T>(string what, string folder, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or JsonException or StorageException)
        {
            throw new UsageException($"the {what} in {folder} cannot be reported: {exception.Message}");
        }
    }
}
