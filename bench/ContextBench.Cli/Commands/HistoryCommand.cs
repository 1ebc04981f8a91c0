using ContextBench.Reporting.History;

namespace ContextBench.Cli.Commands;

/// <summary><c>ledger</c>: every A/A result of the runs that are kept, and whether chance explains them.</summary>
internal static class HistoryCommand
{
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
            var results = ControlResult.ReadPublished(
                root, except: asked is null ? layout.LocalResults : null,
                ArticlePlan.WorkloadOf(StudyCatalogue.Default.Facts), StudyCatalogue.Default.Baseline.Name,
                reporter.Instrument.SaySkipped);
            if (results.Count == 0)
            {
                throw new UsageException(
                    $"{root} holds no run of the profiles {string.Join(" and ", ControlResult.Profiles)}");
            }

            reporter.Publish(
                HistoryDocument.Of(results, root), root,
                $"{results.Count} results written to {Path.Combine(root, HistoryDocument.DataName)}, " +
                $"and drawn in {HistoryChart.FileName} beside it");
            return ExitCode.Done;
        });
        return command;
    }
}
