using System.Diagnostics.CodeAnalysis;

namespace ContextBench.Measurement.Observations;

/// <summary>How observations and plans are written: one line of JSON each.</summary>
public static class ObservationJson
{
    /// <summary>Camel case, enumerations as words, unknown members refused.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Writes a value as one line.</summary>
    /// <typeparam name="T">The declared type; observations are written as <see cref="Observation"/>.</typeparam>
    /// <param name="value">The value.</param>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads a value from a line that may be anything.</summary>
    /// <typeparam name="T">The declared type.</typeparam>
    /// <param name="line">The line.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether the line is such a value.</returns>
    public static bool TryRead<T>(string line, [NotNullWhen(true)] out T? value)
        where T : class
    {
        try
        {
            value = Read<T>(line);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or ArgumentException)
        {
            value = null;
            return false;
        }
    }

    /// <summary>Reads a value from one line.</summary>
    /// <typeparam name="T">The declared type.</typeparam>
    /// <param name="line">The line.</param>
    /// <exception cref="JsonException">The line is not such a value.</exception>
    public static T Read<T>(string line) =>
        JsonSerializer.Deserialize<T>(line, Options) ?? throw new JsonException("the line is null");
}
