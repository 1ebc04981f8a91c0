using Xunit;

namespace ContextBench.Cli.Tests;

public sealed class SourceTests
{
    private const int MostColumns = 120; // max_line_length in .editorconfig, which the formatter does not enforce

    private static readonly string Root = RepositoryLayout.Find(AppContext.BaseDirectory).Root;

    [Fact]
    public void No_line_of_code_is_over_120_columns()
    {
        string[] files = [.. new[] { "src", "bench", "tests" }.SelectMany(Sources)];
        string[] longLines = [.. files.SelectMany(LongLines)];

        Assert.NotEmpty(files);
        Assert.True(longLines.Length == 0, string.Join('\n', longLines));
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj"));

    // In runes, so that a character beyond UTF-16's first plane is one column.
    private static IEnumerable<string> LongLines(string path) =>
        File.ReadLines(Path.Combine(Root, path)).Index()
            .Where(line => line.Item.EnumerateRunes().Count() > MostColumns)
            .Select(line => $"{path}:{line.Index + 1}");
}
