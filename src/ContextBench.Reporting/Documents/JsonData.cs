using System.Text.Json;

namespace ContextBench.Reporting.Documents;

/// <summary>Data as JSON.</summary>
public static class JsonData
{
    /// <summary>A file of one value, and a line end.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="options">How it is written.</param>
    public static DataFile Of<T>(string name, T value, JsonSerializerOptions options) =>
        new(name, output => output.WriteLine(JsonSerializer.Serialize(value, options)));
}
