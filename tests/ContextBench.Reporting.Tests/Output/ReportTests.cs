using System.Globalization;
using System.Text.Json;
using ContextBench.Reporting.Output;
using Xunit;

namespace ContextBench.Reporting.Tests.Output;

public sealed class ReportTests
{
    private static readonly MicroTable Micro = new(
        "HandlerBenchmarks", ["| Method | Mean |", "|------- |-----:|", "| Classic | 1.0 us |"]);

    private static readonly RunReport Report =
        new SyntheticRun { Variants = ["classic", "control", "async-local", "no-id"], CollectionNsPerByte = 0.5 }
            .Tier("handler", [1.001, 1.05, 0.97], [0.999, 1.052, 0.971], [1, 1.051, 0.969])
            .Tier("kestrel", [1.0005, 1.011, 0.993], [0.9995, 1.009, 0.995], [1, 1.010, 0.994], [1.0001, 1.010, 0.994])
            .Report(Micro);

    [Fact]
    public void The_console_shows_a_block_a_tier_and_the_micro_benchmarks_below() =>
        GoldenFile.Check("console.txt", Written(output => ConsoleReport.Write(Report, output)));

    [Fact]
    public void The_page_has_the_decision_first() =>
        GoldenFile.Check("report.md", Written(output => new MarkdownReport().Write(Report, output)));

    [Fact]
    public void The_comparisons_are_written_as_the_contract_has_them() =>
        GoldenFile.Check("comparisons.json", Written(output => new JsonReport().Write(Report, output)));

    [Fact]
    public void The_comparisons_are_written_as_a_table() =>
        GoldenFile.Check("comparisons.csv", Written(output => new CsvReport().Write(Report, output)));

    [Fact]
    public void What_each_launch_says_is_written_as_a_table() =>
        GoldenFile.Check("launches.csv", Written(output => new LaunchesReport().Write(Report, output)));

    [Fact]
    public void The_contracts_fields_are_those_of_the_design_in_its_order()
    {
        using var document = JsonDocument.Parse(Written(output => new JsonReport().Write(Report, output)));

        string[] fields =
        [
            "engine", "runtime", "tier", "residency", "workload", "connections", "baseline", "candidate", "metric",
            "unit", "baselineValue", "candidateValue", "difference", "differenceLow", "differenceHigh",
            "overheadPercent", "low", "high",
            "equivalenceLow", "equivalenceHigh", "confidence", "launches", "direction", "verdict", "warnings",
            // added to the design's, at the end:
            "untrimmedPercent", "plainLow", "plainHigh", "permutationP", "launchesNeeded",
        ];
        Assert.Equal(1, document.RootElement.GetProperty("schema").GetInt32());
        Assert.All(
            document.RootElement.GetProperty("comparisons").EnumerateArray(),
            comparison => Assert.Equal(fields, comparison.EnumerateObject().Select(field => field.Name)));
    }

    [Fact]
    public void A_run_without_two_counted_launches_is_reported_without_an_answer()
    {
        var empty = new SyntheticRun().Tier("kestrel", [1, 1]).Report();

        Assert.Contains(
            "No answer", Written(output => new MarkdownReport().Write(empty, output)), StringComparison.Ordinal);
        Assert.Contains(
            "no comparison: 1 of 1 launches count",
            Written(output => ConsoleReport.Write(empty, output)), StringComparison.Ordinal);
    }

    [Fact]
    public void No_line_of_the_console_is_wider_than_a_wide_terminal()
    {
        var table = Written(output => ConsoleReport.Write(Report, output)).Split('\n')
            .Where(line => line.StartsWith("  ", StringComparison.Ordinal));

        Assert.All(table, line => Assert.InRange(line.Length, 0, 120));
    }

    [Fact]
    public void Figures_do_not_depend_on_the_readers_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var expected = Written(output => ConsoleReport.Write(Report, output));
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("")
            {
                NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" },
            };
            Assert.Equal(expected, Written(output => ConsoleReport.Write(Report, output)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Written(Action<TextWriter> write)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        write(output);
        return output.ToString();
    }
}
