namespace ContextBench.Cli.Commands;

/// <summary><c>list</c>: what can be named in options; kind, name and summary, parted by tabs, one a line.</summary>
internal static class ListCommand
{
    public static Command Create(TextWriter output)
    {
        var command = new Command(
            "list",
            "Studies, variants, tiers, workloads, profiles, engines and points: kind, name and summary, one a line");
        command.SetAction(_ =>
        {
            foreach (var study in StudyCatalogue.All)
                Write("study", study.Name, study.Summary);
            foreach (var variant in StudyCatalogue.All.SelectMany(study => study.Variants).DistinctBy(it => it.Name))
                Write("variant", variant.Name, variant.Summary);
            foreach (var tier in TierCatalogue.All)
                Write("tier", tier.Name, tier.Summary);
            foreach (var setting in Workload.Settings)
            {
                foreach (var word in setting.Words)
                    Write("workload", $"{setting.Name}={word}", setting.Description);
            }

            foreach (var sink in Enum.GetNames<SinkKind>())
                Write("workload", $"sink={sink}", "where log lines go");
            foreach (var profile in Profile.All)
                Write("profile", profile.Name, profile.Summary);
            foreach (var (name, summary) in EngineCatalogue.Summaries)
                Write("engine", name, summary);
            foreach (var point in ReproductionPoint.All)
                Write("point", point.Name, point.Summary);
            return ExitCode.Done;
        });
        return command;

        void Write(string kind, string name, string summary) =>
            output.WriteLine($"{kind}\t{name.ToLowerInvariant()}\t{summary}");
    }
}
