using ContextBench.Analysis.Micro;

namespace ContextBench.Reporting.Micro;

/// <summary>A table of micro-benchmarks, one a class.</summary>
/// <param name="Name">The benchmark class.</param>
/// <param name="Lines">Its lines, in Markdown; notes on it below, after an empty line.</param>
public sealed record MicroTable(string Name, IReadOnlyList<string> Lines)
{
    /// <summary>What our own tables say, in one sentence.</summary>
    public const string OwnCaption =
        "Times and ratios are geometric means over launches; a ratio is to the baseline of the same launch, with " +
        "Student's t interval";

    /// <summary>What BenchmarkDotNet's own tables need to have said, in one sentence.</summary>
    public const string ForeignCaption =
        "BenchmarkDotNet's own table; its Ratio has no interval and averages all quotients";

    private const string Suffix = "-report-github.md";

    /// <summary>What its columns are, in one sentence without a full stop.</summary>
    public string Caption { get; init; } = OwnCaption;

    /// <summary>
    /// Makes the tables of a run: our own, or as BenchmarkDotNet wrote them where its files do not say what their
    /// launches are.
    /// </summary>
    /// <param name="directory">The folder that BenchmarkDotNet wrote its artifacts to; there may be none.</param>
    /// <exception cref="Measurement.Records.StorageException">A file cannot be read, or is not whole.</exception>
    public static IReadOnlyList<MicroTable> ReadAll(string directory) =>
        MicroComparisonTable.Of(MicroResults.ReadAll(directory)) is { Count: > 0 } own ? own : ReadForeign(directory);

    private static IReadOnlyList<MicroTable> ReadForeign(string directory) => !Directory.Exists(directory)
        ? []
        : [.. Directory.EnumerateFiles(directory, "*" + Suffix, SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(Read)
            .Where(table => table.Lines.Count > 0)];

    private static MicroTable Read(string file)
    {
        var name = Path.GetFileName(file)[..^Suffix.Length];
        // Rows that only part the groups of parameters hold nothing; asterisks mark the first of a group.
        var lines = File.ReadLines(file)
            .Where(line => line.StartsWith('|'))
            .Where(line => line.Any(c => c is not ('|' or ' ')))
            .Select(line => line.Replace("**", "  ", StringComparison.Ordinal));
        return new MicroTable(name[(name.LastIndexOf('.') + 1)..], [.. lines]) { Caption = ForeignCaption };
    }
}
