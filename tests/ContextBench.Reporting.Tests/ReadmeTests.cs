using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ContextBench.Analysis.Results;
using Xunit;

namespace ContextBench.Reporting.Tests;

/// <summary>What the README says of published runs is what they say.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    private static readonly string Readme =
        File.ReadAllText(Path.Combine(Root, "README.md")).ReplaceLineEndings("\n");

    [Fact]
    public void Each_row_of_its_first_table_has_the_figures_of_the_run_that_it_links()
    {
        var rows = TableBelow("| published run | machine |");

        Assert.NotEmpty(rows);
        foreach (var cells in rows)
        {
            var run = Csv(Path.Combine(FolderIn(cells[0]), "comparisons.csv"));
            foreach (var (column, tier) in new[] { (2, "kestrel"), (4, "in-memory"), (6, "handler") })
            {
                if (run.SingleOrDefault(row => IsAnswer(row, tier)) is not { } answer)
                {
                    Assert.Equal(("", ""), (cells[column], cells[column + 1]));
                    continue;
                }

                var cost = Cost().Match(cells[column + 1]);
                Assert.True(cost.Success, cells[column + 1]);
                AssertRounded(answer["baselineValue"], cells[column].Split(' ')[0]);
                AssertRounded(answer["difference"], cost.Groups["us"].Value);
                AssertRounded(answer["overheadPercent"], cost.Groups["percent"].Value);
                AssertRounded(answer["low"], cost.Groups["low"].Value);
                AssertRounded(answer["high"], cost.Groups["high"].Value);
            }
        }
    }

    [Fact]
    public void Each_row_of_the_table_of_all_runs_has_the_figures_of_the_run_that_it_links()
    {
        var results = Path.Combine(Root, "results");
        var rows = TableBelow(
            "| run | profile | machine |",
            File.ReadAllText(Path.Combine(results, "README.md")).ReplaceLineEndings("\n"));

        Assert.NotEmpty(rows);
        foreach (var cells in rows)
        {
            var folder = cells[0].Split('(', '/')[^2];
            var run = Csv(Path.Combine(results, folder, "comparisons.csv"));
            foreach (var (column, tier, candidate) in new[]
            {
                (4, "kestrel", "async-local"), (5, "kestrel", "control"),
                (6, "handler", "async-local"), (7, "handler", "control"),
            })
            {
                if (cells[column].Length == 0)
                    continue;

                // The first versions had no total.
                var row = run.Where(row => row["tier"] == tier && row["candidate"] == candidate)
                    .Where(row => row["metric"] is Metric.Total or Metric.Time)
                    .MaxBy(row => row["metric"] == Metric.Total)!;
                var figures = cells[column].Replace(" %", "", StringComparison.Ordinal).Split(' ', '[', ']', ',');
                string[] printed = NotEmpty(figures);
                AssertRounded(row["overheadPercent"], printed[0]);
                AssertRounded(row["low"], printed[1]);
                AssertRounded(row["high"], printed[2]);
                if (column == 4)
                    AssertRounded(row["baselineValue"], cells[3].Split(' ')[0]);
            }
        }
    }

    [Fact]
    public void The_range_that_it_begins_with_is_that_of_the_table()
    {
        double[] costs =
        [
            .. TableBelow("| published run | machine |")
                .Select(cells => Number(Cost().Match(cells[3]).Groups["us"].Value)),
        ];

        Assert.Contains(
            FormattableString.Invariant($"**In .NET 10, {costs.Min():0.00} to {costs.Max():0.00} µs and "), Readme,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_of_the_screen_is_the_page_of_the_run_that_it_is_of()
    {
        var below = Readme[Readme.IndexOf("The first of these runs ([all of it]", StringComparison.Ordinal)..];
        var page = File.ReadAllText(Path.Combine(FolderIn(below), "report.md")).ReplaceLineEndings("\n");
        var kestrel = page[page.IndexOf("### kestrel", StringComparison.Ordinal)..];
        string[][] printed =
        [
            .. kestrel.Split("\n### ")[0].Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal))
                .Select(line => NotEmpty(line.Split('|'))),
        ];
        string[][] shown =
        [
            .. below.Split("```")[1].Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal))
                .Select(line => NotEmpty(Gap().Split(line))),
        ];

        Assert.True(shown.Length > 10);
        Assert.All(shown, cells => Assert.Contains(printed, row => row.SequenceEqual(cells)));
    }

    private static string[] NotEmpty(IEnumerable<string> cells) =>
        [.. cells.Select(cell => cell.Trim()).Where(cell => cell.Length > 0)];

    private static bool IsAnswer(Dictionary<string, string> row, string tier) =>
        row["tier"] == tier && row["candidate"] == "async-local" && row["metric"] == Metric.Total;

    private static string[][] TableBelow(string head, string? page = null) =>
    [
        .. (page ?? Readme)[(page ?? Readme).IndexOf(head, StringComparison.Ordinal)..].Split('\n').Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line[1..^1].Split('|').Select(cell => cell.Trim()).ToArray()),
    ];

    private static string FolderIn(string text) => Path.Combine(Root, Link().Match(text).Groups["folder"].Value);

    private static Dictionary<string, string>[] Csv(string file)
    {
        string[][] lines = [.. File.ReadLines(file).Select(line => line.Split(','))];
        return
        [
            .. lines.Skip(1).Where(line => line[0] == "paired")
                .Select(line => lines[0].Zip(line).ToDictionary(pair => pair.First, pair => pair.Second)),
        ];
    }

    // As exact as it is printed.
    private static void AssertRounded(string exact, string printed)
    {
        var decimals = printed.Contains('.', StringComparison.Ordinal) ? printed.Split('.')[1].Length : 0;
        var half = 0.500001 * Math.Pow(10, -decimals);
        Assert.InRange(Number(printed) - Number(exact), -half, half);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex(
        @"^(?<us>[+-][\d.]+) µs \((?<percent>[+-][\d.]+) % \[(?<low>[+-][\d.]+), (?<high>[+-][\d.]+)\]\)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Cost();

    [GeneratedRegex(@"\((?<folder>results/[^)/]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@" {2,}")]
    private static partial Regex Gap();
}
