using ContextBench.Analysis.Files;
using CsvHelper;

namespace ContextBench.Analysis.History;

/// <summary><c>ledger.csv</c>: every A/A result that is kept, a line a run and tier.</summary>
public static partial class HistoryFile
{
    /// <summary>Its name in the folder of the runs.</summary>
    public const string Name = "ledger.csv";

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

    /// <summary>Reads what was written.</summary>
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

    /// <summary>A line of it.</summary>
    [CsvRecord]
    public sealed partial record Line
    {
        [CsvFormat("yyyy-MM-ddTHH:mm:ssZ")]
        public required DateTimeOffset StartedAt { get; init; }

        public required string Run { get; init; }

        public required string Profile { get; init; }

        public required string Cpu { get; init; }

        public required int Processors { get; init; }

        public required string Tier { get; init; }

        public required int Launches { get; init; }

        public required double OverheadPercent { get; init; }

        public required double Low { get; init; }

        public required double High { get; init; }

        public required bool ContainsZero { get; init; }

        /// <summary>The line of a result.</summary>
        /// <param name="result">The result.</param>
        /// <param name="root">The folder that runs are named relative to.</param>
        public static Line Of(ControlResult result, string root) => new()
        {
            StartedAt = result.StartedAt,
            Run = Path.GetRelativePath(root, result.Run).Replace('\\', '/'),
            Profile = result.Profile,
            Cpu = result.Cpu,
            Processors = result.Processors,
            Tier = result.Tier,
            Launches = result.Launches,
            OverheadPercent = result.Percent,
            Low = result.Low,
            High = result.High,
            ContainsZero = result.ContainsZero,
        };

        internal ControlResult ToResult() => double.IsFinite(OverheadPercent + Low + High)
            ? new ControlResult
            {
                Run = Run,
                StartedAt = StartedAt,
                Profile = Profile,
                Cpu = Cpu,
                Processors = Processors,
                Tier = Tier,
                Launches = Launches,
                Percent = OverheadPercent,
                Low = Low,
                High = High,
            }
            : throw new FormatException($"the result of {Run} on {Tier} is no number");
    }
}
