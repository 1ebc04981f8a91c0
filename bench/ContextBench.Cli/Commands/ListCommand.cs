namespace ContextBench.Cli.Commands;

/// <summary><c>list</c>: what can be named in options; kind, name and summary, parted by tabs, one a line.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var command = new Command(
            "list",
            "Studies, variants, tiers, workloads, profiles, engines and points: kind, name and summary, one a line");
        command.SetAction(result =>
        {
            foreach (var (kind, name, summary) in Known())
                result.InvocationConfiguration.Output.WriteLine($"{kind}\t{name}\t{summary}");
            return ExitCode.Done;
        });
        return command;
    }

    private static IEnumerable<(string Kind, string Name, string Summary)> Known() =>
    [
        .. StudyCatalogue.All.Select(study => ("study", study.Name, study.Summary)),
        .. StudyCatalogue.All.SelectMany(study => study.Variants).DistinctBy(variant => variant.Name)
            .Select(variant => ("variant", variant.Name, variant.Summary)),
        .. TierCatalogue.All.Select(tier => ("tier", tier.Name, tier.Summary)),
        .. WorkloadOptions.Settings.SelectMany(setting => setting.Words.Select(
            word => ("workload", $"{setting.Name}={word}", setting.Description))),
        .. CheckedOption.WordsOf<SinkKind>().Select(sink => ("workload", $"sink={sink}", "where log lines go")),
        .. Profile.All.Select(profile => ("profile", profile.Name, profile.Summary)),
        .. EngineCatalogue.Summaries.Select(engine => ("engine", engine.Name, engine.Summary)),
        .. ReproductionPoint.All.Select(point => ("point", point.Name, point.Summary)),
    ];
}
