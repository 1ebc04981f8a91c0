namespace ContextBench.Cli.Options;

/// <summary>What can be set of a request, an option a setting of any study's kind of request.</summary>
internal sealed class WorkloadOptions
{
    /// <summary>What can be set, of any kind of request.</summary>
    public static IReadOnlyList<WorkloadSetting> Settings { get; } =
        [.. StudyCatalogue.All.SelectMany(study => study.Workload.Settings).DistinctBy(setting => setting.Name)];

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option<string>> All { get; } = [.. Settings.Select(OptionOf)];

    /// <summary>The workload that was asked for.</summary>
    /// <param name="result">The parsed command line.</param>
    /// <param name="study">The study, of whose kind of request it is.</param>
    /// <param name="workUs">Extra CPU work a request, in µs.</param>
    /// <param name="sink">Where log lines go.</param>
    /// <exception cref="UsageException">Something was set that such a request does not have.</exception>
    public Workload Read(ParseResult result, Study study, double workUs, SinkKind sink)
    {
        var known = study.Workload.Settings.Select(setting => NameOf(setting.Name)).ToArray();
        if (All.FirstOrDefault(option => !known.Contains(option.Name) && RunOptions.WasWritten(result, option)) is
            { } foreign)
        {
            throw new UsageException(
                $"{foreign.Name} is nothing that a request of the study {study.Name} has: drop it, or name another " +
                $"--study; it has {string.Join(", ", known)}");
        }

        return study.Workload.From(name => result.GetValue<string>(NameOf(name)), workUs, sink);
    }

    private static Option<string> OptionOf(WorkloadSetting setting)
    {
        var option = CheckedOption.Of<string>(NameOf(setting.Name), setting.HelpName, setting.Description)
            .Default(setting.Default);
        return setting.Words.Count > 0
            ? option.OneOf(setting.Words)
            : option.Within(0, setting.Most, $"0 to {setting.Most}");
    }

    private static string NameOf(string setting) => $"--{setting}";
}
