namespace ContextBench.Cli.Options;

/// <summary>What can be set of a request, an option a setting.</summary>
internal sealed class WorkloadOptions
{
    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option<string>> All { get; } = [.. Workload.Settings.Select(OptionOf)];

    /// <summary>The workload that was asked for.</summary>
    /// <param name="result">The parsed command line.</param>
    /// <param name="workUs">Extra CPU work a request, in µs.</param>
    /// <param name="sink">Where log lines go.</param>
    public static Workload Read(ParseResult result, double workUs, SinkKind sink) =>
        Workload.From(name => result.GetValue<string>(NameOf(name))!, workUs, sink);

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
