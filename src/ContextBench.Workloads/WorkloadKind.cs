namespace ContextBench.Workloads;

/// <summary>A kind of request: what can be set of it, and how its workloads are made.</summary>
/// <param name="name">Its permanent name, in paths.</param>
/// <param name="settings">What can be set of it, beside extra work and the sink.</param>
/// <param name="create">Makes a workload of the settings' values.</param>
public sealed class WorkloadKind(
    string name, IReadOnlyList<WorkloadSetting> settings, Func<SettingValues, Workload> create)
{
    /// <summary>Its permanent name, in paths.</summary>
    public string Name => name;

    /// <summary>What can be set of it, beside extra work and the sink.</summary>
    public IReadOnlyList<WorkloadSetting> Settings => settings;

    /// <summary>Whether its requests are posted; they are GETs otherwise.</summary>
    public bool IsPosted => Default.Body.Length > 0;

    /// <summary>The workload unless told.</summary>
    public Workload Default => From(_ => null, workMicroseconds: 0, SinkKind.Null);

    /// <summary>The workload of some settings.</summary>
    /// <param name="setting">The value of each setting, by its name; null for its default.</param>
    /// <param name="workMicroseconds">Extra CPU work per request, in µs.</param>
    /// <param name="sink">Where the log lines go.</param>
    /// <exception cref="FormatException">A value is none that the setting takes.</exception>
    public Workload From(Func<string, string?> setting, double workMicroseconds, SinkKind sink) =>
        create(new SettingValues(settings, setting)) with { WorkMicroseconds = workMicroseconds, Sink = sink };

    /// <summary>The workload that a run's files tell of.</summary>
    /// <param name="facts">What they say.</param>
    public Workload From(WorkloadFacts facts)
    {
        var texts = facts.SettingTexts.ToDictionary();
        return From(texts.GetValueOrDefault, facts.WorkMicroseconds, facts.Sink);
    }
}

/// <summary>The values of a workload's settings.</summary>
/// <param name="settings">The settings.</param>
/// <param name="valueOf">The value of each, by its name; null for its default.</param>
public sealed class SettingValues(IReadOnlyList<WorkloadSetting> settings, Func<string, string?> valueOf)
{
    /// <summary>The value of a setting that is a whole number.</summary>
    /// <param name="name">The setting's name.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public int Number(string name) => int.TryParse(TextOf(name), out var number) ? number : throw Refused(name);

    /// <summary>The value of a setting that is a word.</summary>
    /// <param name="name">The setting's name.</param>
    /// <exception cref="FormatException">It is none of the words.</exception>
    public T Word<T>(string name)
        where T : struct, Enum =>
        Enum.TryParse<T>(TextOf(name), ignoreCase: true, out var word) ? word : throw Refused(name);

    private string TextOf(string name) => valueOf(name) ?? settings.Single(setting => setting.Name == name).Default;

    private FormatException Refused(string name) => new($"'{name}' takes no '{TextOf(name)}'");
}
