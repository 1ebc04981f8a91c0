namespace ContextBench.Reporting.Output;

/// <summary>A field of a CSV file (RFC 4180).</summary>
internal static class CsvField
{
    /// <summary>Quotes a text where it has to be.</summary>
    /// <param name="text">The text.</param>
    public static string Quote(string text) => text.IndexOfAny([',', '"', '\n', '\r']) < 0
        ? text
        : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
