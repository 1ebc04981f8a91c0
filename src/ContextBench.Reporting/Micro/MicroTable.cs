namespace ContextBench.Reporting;

/// <summary>A table that BenchmarkDotNet wrote, as it stands in its GitHub report.</summary>
/// <param name="Name">The benchmark class.</param>
/// <param name="Lines">Its lines, in Markdown.</param>
public sealed record MicroTable(string Name, IReadOnlyList<string> Lines)
{
    private const string Suffix = "-report-github.md";

    /// <summary>Reads the tables below a folder.</summary>
    /// <param name="directory">The folder that BenchmarkDotNet wrote its artifacts to; there may be none.</param>
    public static IReadOnlyList<MicroTable> ReadAll(string directory) => !Directory.Exists(directory)
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
        return new MicroTable(name[(name.LastIndexOf('.') + 1)..], [.. lines]);
    }
}
