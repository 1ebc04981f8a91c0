namespace ContextBench.Analysis.Micro;

/// <summary>A table as BenchmarkDotNet itself writes it.</summary>
/// <param name="Class">The benchmark class.</param>
/// <param name="Rows">Its cells, the titles of the columns first.</param>
public sealed record GithubReport(string Class, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    private const string Suffix = "-report-github.md";

    /// <summary>Reads those below a folder.</summary>
    /// <param name="directory">The folder that BenchmarkDotNet wrote its artifacts to; there may be none.</param>
    public static IReadOnlyList<GithubReport> ReadAll(string directory) => !Directory.Exists(directory)
        ? []
        : [.. Directory.EnumerateFiles(directory, "*" + Suffix, SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(Read)
            .Where(report => report.Rows.Count > 0)];

    // Rows that only part the groups of parameters hold nothing; asterisks mark the first of a group.
    private static GithubReport Read(string file) => new(
        Path.GetFileName(file)[..^Suffix.Length].Split('.')[^1],
        [
            .. File.ReadLines(file)
                .Where(line => line.StartsWith('|') && line.Any(char.IsLetterOrDigit))
                .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim(' ', '*')).ToArray()),
        ]);
}
