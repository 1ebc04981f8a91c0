using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContextBench.Agent;

/// <summary>What a request of a run does, as the run's files say it.</summary>
public sealed record WorkloadFacts
{
    /// <summary>The settings of this kind of request, by name, such as <c>emails</c> and <c>send</c>.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Settings { get; init; } = [];

    /// <summary>Extra CPU work per request, in µs of the core's time; 0 for none.</summary>
    public required double WorkMicroseconds { get; init; }

    /// <summary>Where the log lines go.</summary>
    public required SinkKind Sink { get; init; }

    /// <summary>What the settings amount to, for people: <c>3 emails (4 log lines), yield send</c>.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The settings as text, by name.</summary>
    [JsonIgnore]
    public IEnumerable<KeyValuePair<string, string>> SettingTexts =>
        Settings.Select(setting => KeyValuePair.Create(setting.Key, $"{setting.Value}"));

    /// <summary>As comparisons have it: <c>emails=3 send=yield work-us=0 sink=null</c>.</summary>
    public string Describe() => string.Join(
        ' ',
        [
            .. SettingTexts.Select(setting => $"{setting.Key}={setting.Value}"),
            $"work-us={WorkMicroseconds}",
            $"sink={Sink}",
        ]).ToLowerInvariant();

    /// <summary>Whether both do the same; the summary follows from the settings.</summary>
    /// <param name="other">The other one.</param>
    public bool Equals(WorkloadFacts? other) =>
        other is not null && WorkMicroseconds.Equals(other.WorkMicroseconds) && Sink == other.Sink
        && Settings.Count == other.Settings.Count
        && Settings.All(setting => other.Settings.TryGetValue(setting.Key, out var value)
            && JsonElement.DeepEquals(setting.Value, value));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(WorkMicroseconds, Sink, Settings.Count);
}

/// <summary>Where log lines go.</summary>
public enum SinkKind
{
    /// <summary>Formatted, counted and dropped: the least that a logger can cost.</summary>
    Null,

    /// <summary>Written to standard output, as in the article.</summary>
    Console,
}
