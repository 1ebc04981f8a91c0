using System.CommandLine;
using System.Text.Json;
using ContextBench.Measurement.Runs;
using ContextBench.Reporting;
using ContextBench.Reporting.Analysis;
using ContextBench.Reporting.Output;

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
        var command = new Command("report", "Write a run's reports again from its observations") { run };
        command.SetAction(result =>
        {
            var directory = Find(result.GetValue(run)!);
            var report = Write(directory, output);
            error.WriteLine($"run-bench: reports written to {directory.Path}");
            return report.IsInvalid ? ExitCode.Invalid : ExitCode.Done;
        });
        return command;
    }

    /// <summary>Analyses a run, writes its files and prints its table.</summary>
    /// <exception cref="UsageException">The folder's files cannot be read or written.</exception>
    public static RunReport Write(RunDirectory directory, TextWriter output)
    {
        try
        {
            var environment = directory.ReadEnvironment();
            var report = RunAnalysis.Of(
                environment, directory.ReadObservations(),
                MicroReport.ReadAll(directory.MicroDirectory, environment.RuntimeName()));
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

    /// <summary>Analyses a reproduction, writes its files and prints its tables.</summary>
    /// <returns>Whether a validity check fired in any part.</returns>
    public static bool WriteReproduction(string root, TextWriter output)
    {
        var isInvalid = false;
        foreach (var folder in Directory.EnumerateDirectories(root).Where(f => File.Exists(Path.Combine(f, "environment.json"))).Order())
        {
            output.WriteLine(folder);
            isInvalid |= Write(new RunDirectory(folder), output).IsInvalid;
        }

        return isInvalid;
    }

    private static RunDirectory Find(string run)
    {
        var layout = RepositoryLayout.Find(AppContext.BaseDirectory);
        string[] places = [run, Path.Combine(layout.Results, run), Path.Combine(layout.LocalResults, run)];
        return places.Select(place => new RunDirectory(place))
            .FirstOrDefault(place => File.Exists(place.EnvironmentFile))
            ?? throw new UsageException(
                $"'{run}' is no run: no folder of that name, here or under results/, has an environment.json");
    }
}
