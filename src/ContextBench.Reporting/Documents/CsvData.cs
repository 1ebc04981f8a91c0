using System.Text.Json;
using CsvHelper;

namespace ContextBench.Reporting.Documents;

/// <summary>Data as comma-separated values (RFC 4180), its columns named as JSON's fields are.</summary>
public static class CsvData
{
    /// <summary>A file of a line a row, below the names of the row's properties.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="number">How a number is written.</param>
    public static DataFile Of<T>(string name, IEnumerable<T> rows, Func<double, string> number) =>
        new(name, output => Write(rows, output, number));

    private static void Write<T>(IEnumerable<T> rows, TextWriter output, Func<double, string> number)
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
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ"),
        IEnumerable<Warning> warnings => string.Join(' ', warnings.Select(warning => warning.Code)),
        _ => Convert.ToString(value),
    };
}
