using System.Text.Json;
using CsvHelper;

namespace ContextBench.Reporting.Output;

/// <summary>A file of comma-separated values (RFC 4180), invariant, its columns named as JSON's fields are.</summary>
internal static class CsvFile
{
    /// <summary>The form of times, which are universal.</summary>
    public const string TimeFormat = "yyyy-MM-ddTHH:mm:ssZ";

    /// <summary>Writes a line a row, below the names of the row's properties.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="output">Where to write.</param>
    /// <param name="number">How a number is written.</param>
    public static void Write<T>(IEnumerable<T> rows, TextWriter output, Func<double, string> number)
    {
        using var csv = CsvWriter.Create(output, new CsvWriterOptions { NewLine = output.NewLine }, leaveOpen: true);
        var columns = typeof(T).GetProperties();
        csv.WriteHeader([.. columns.Select(column => JsonNamingPolicy.CamelCase.ConvertName(column.Name))]);
        foreach (var row in rows)
            csv.WriteRecord([.. columns.Select(column => Text(column.GetValue(row), number))]);
    }

    private static string? Text(object? value, Func<double, string> number) => value switch
    {
        double figure => number(figure),
        bool isSo => isSo ? "yes" : "no",
        DateTimeOffset time => time.UtcDateTime.ToString(TimeFormat),
        IEnumerable<Warning> warnings => string.Join(' ', warnings.Select(warning => warning.Code)),
        _ => Convert.ToString(value),
    };
}
