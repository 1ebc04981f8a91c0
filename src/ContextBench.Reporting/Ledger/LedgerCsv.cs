using System.Globalization;
using ContextBench.Analysis.Files;
using ContextBench.Analysis.History;
using ContextBench.Reporting.Output;
using Microsoft.VisualBasic.FileIO;

namespace ContextBench.Reporting.Ledger;

/// <summary><c>ledger.csv</c>: every A/A result that is kept, a line a run and tier (RFC 4180).</summary>
public static class LedgerCsv
{
    /// <summary>Its name in the folder of the runs.</summary>
    public const string FileName = "ledger.csv";

    private const string Header =
        "startedAt,run,profile,cpu,processors,tier,launches,overheadPercent,low,high,containsZero";

    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ssZ";

    private static readonly int Columns = Header.Split(',').Length;

    /// <summary>Writes it.</summary>
    /// <param name="results">The results.</param>
    /// <param name="root">The folder that runs are named relative to.</param>
    /// <param name="output">Where to write.</param>
    public static void Write(IReadOnlyList<ControlResult> results, string root, TextWriter output)
    {
        output.WriteLine(Header);
        foreach (var result in results)
        {
            var run = CsvField.Quote(Path.GetRelativePath(root, result.Run).Replace('\\', '/'));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{result.StartedAt.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)},{run}," +
                $"{result.Profile},{CsvField.Quote(result.Cpu)},{result.Processors},{result.Tier},{result.Launches}," +
                $"{result.Percent:0.######},{result.Low:0.######},{result.High:0.######}," +
                $"{(result.ContainsZero ? "yes" : "no")}"));
        }
    }

    /// <summary>Reads it from a file.</summary>
    /// <param name="file">The file; there may be none.</param>
    /// <param name="skipped">Takes the file if it is there and cannot be read.</param>
    /// <returns>The results; none where the file cannot be read, or is something else.</returns>
    public static IReadOnlyList<ControlResult> ReadFile(string file, Action<string> skipped)
    {
        if (!File.Exists(file) || KeptFiles.Read(file, skipped) is not { } text)
            return [];

        using var input = new StringReader(text);
        return Read(input);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="input">Where from.</param>
    /// <returns>The results, each named by its folder; none where it is something else, down to one line.</returns>
    public static IReadOnlyList<ControlResult> Read(TextReader input)
    {
        if (input.ReadLine() != Header)
            return [];

        using var parser = new TextFieldParser(input) { TextFieldType = FieldType.Delimited, Delimiters = [","] };
        var results = new List<ControlResult>();
        try
        {
            while (parser.ReadFields() is { } fields)
                results.Add(Parse(fields));
        }
        catch (Exception exception)
            when (exception is MalformedLineException or FormatException or OverflowException)
        {
            return [];
        }

        return results;
    }

    private static ControlResult Parse(string[] fields) => fields is
        [var startedAt, var run, var profile, var cpu, var processors, var tier, var launches, var percent, var low,
            var high, "yes" or "no"]
        ? new ControlResult(
            run, Time(startedAt), profile, cpu, Integer(processors), tier, Integer(launches),
            Finite(percent), Finite(low), Finite(high))
        : throw new FormatException($"a line of the ledger has {Columns} fields; got {fields.Length}");

    private static DateTimeOffset Time(string text) => DateTimeOffset.ParseExact(
        text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static int Integer(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static double Finite(string text)
    {
        var value = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(value) ? value : throw new FormatException($"'{text}' is no result");
    }
}
