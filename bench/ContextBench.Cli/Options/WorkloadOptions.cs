using System.Globalization;

namespace ContextBench.Cli.Options;

/// <summary>What can be set of a request, an option a setting.</summary>
internal sealed class WorkloadOptions
{
    private readonly OrderedDictionary<WorkloadSetting, Option<string>> _options = new(
        Workload.Settings.Select(setting => KeyValuePair.Create(setting, new Option<string>($"--{setting.Name}")
        {
            Description = setting.Description,
            HelpName = setting.HelpName,
            DefaultValueFactory = _ => setting.Default,
        })));

    /// <summary>All of them, in the order of the help.</summary>
    public IEnumerable<Option> All => _options.Values;

    /// <summary>The workload that was asked for.</summary>
    /// <param name="result">The parsed command line.</param>
    /// <param name="workUs">Extra CPU work a request, in µs.</param>
    /// <param name="sink">Where log lines go.</param>
    /// <exception cref="UsageException">A setting has a value that it does not take.</exception>
    public Workload Read(ParseResult result, double workUs, SinkKind sink)
    {
        var values = _options.ToDictionary(
            option => option.Key.Name, option => ValueOf(option.Key, result.GetValue(option.Value)!));
        return Workload.From(name => values[name], workUs, sink);
    }

    private static string ValueOf(WorkloadSetting setting, string value)
    {
        if (setting.Words.Count > 0)
            return Nearest.Require(setting.Name, value, setting.Words);
        return int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= 0 && number <= setting.Most
                ? $"{number}"
                : throw new UsageException($"--{setting.Name} takes 0 to {setting.Most}; got {value}");
    }
}
