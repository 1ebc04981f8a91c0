using ContextBench.Reporting.History;

namespace ContextBench.Cli.Commands;

/// <summary><c>ledger</c>: every A/A result of the runs that are kept, and whether chance explains them.</summary>
internal static class HistoryCommand
{
    // Smoke runs, sweeps, reproductions and comparisons of engines do not use the instrument as it is: they have other
    // lengths, settings or runtimes.
    private static readonly string[] Profiles = ["quick", "full", "calibrate"];

    public static Command Create()
    {
        var folder = new Argument<string?>("FOLDER")
        {
            Description = "The folder whose runs are counted [default: results/, without results/local/]",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("ledger", "Every A/A result of published runs, and what they say together")
        {
            folder,
        };
        command.Aliases.Add("history");
        command.SetAction(result =>
        {
            var reporter = new Reporter(result);
            var layout = RepositoryLayout.Find(AppContext.BaseDirectory);
            var asked = result.GetValue(folder);
            var root = Path.GetFullPath(asked ?? layout.Results);
            var local = asked is null ? layout.LocalResults + Path.DirectorySeparatorChar : null;
            ControlResult[] results =
            [
                .. ControlResult.ReadAll(
                    root, Workload.Article.Facts.Describe(), StudyCatalogue.Default.Baseline.Name,
                    reporter.Instrument.Skip)
                    .Where(run => Profiles.Contains(run.Profile))
                    .Where(run => local is null || !run.Run.StartsWith(local, StringComparison.Ordinal)),
            ];
            if (results.Length == 0)
                throw new UsageException($"{root} holds no run of the profiles {string.Join(" and ", Profiles)}");

            reporter.Publish(
                HistoryDocument.Of(results, root), root,
                $"{results.Length} results written to {Path.Combine(root, HistoryFile.Name)}, " +
                $"and drawn in {HistoryChart.FileName} beside it");
            return ExitCode.Done;
        });
        return command;
    }
}
