using ContextBench.Analysis.Files;
using ContextBench.Analysis.History;
using ContextBench.Analysis.Results;
using ContextBench.Reporting.Output;
using CsvHelper;

namespace ContextBench.Reporting.Ledger;

/// <summary><c>ledger.csv</c>: every A/A result that is kept, a line a run and tier.</summary>
public static partial class LedgerCsv
{
    /// <summary>Its name in the folder of the runs.</summary>
    public const string FileName = "ledger.csv";

    /// <summary>Writes it.</summary>
    /// <param name="results">The results.</param>
    /// <param name="root">The folder that runs are named relative to.</param>
    /// <param name="output">Where to write.</param>
    public static void Write(IReadOnlyList<ControlResult> results, string root, TextWriter output) => CsvFile.Write(
        results.Select(result => new Line(
            result.StartedAt, Path.GetRelativePath(root, result.Run).Replace('\\', '/'),
            result.Profile, result.Cpu, result.Processors, result.Tier, result.Launches, result.Percent, result.Low,
            result.High, result.ContainsZero)),
        output, Figures.Decimals);

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
        using var csv = CsvReader.Create(input, new CsvReaderOptions
        {
            Separator = ',',
            MalformedData = CsvMalformedDataHandling.Throw,
            FieldCountMismatch = CsvFieldCountHandling.Throw,
        });
        try
        {
            return [.. csv.GetRecords<Line>().Select(line => line.ToResult())];
        }
        catch (Exception exception) when (exception is FormatException or KeyNotFoundException)
        {
            return [];
        }
    }

    [CsvRecord]
    internal sealed partial record Line(
        [property: CsvFormat(CsvFile.TimeFormat)] DateTimeOffset StartedAt, string Run, string Profile, string Cpu,
        int Processors, string Tier, int Launches, double OverheadPercent, double Low, double High, bool ContainsZero)
    {
        public ControlResult ToResult() => double.IsFinite(OverheadPercent + Low + High)
            ? new ControlResult(
                Run, StartedAt, Profile, Cpu, Processors, Tier, Launches, OverheadPercent, Low, High)
            : throw new FormatException($"the result of {Run} on {Tier} is no number");
    }
}
