using System.Text.Json;
using ContextBench.Analysis.Micro;
using ContextBench.Analysis.Results;
using ContextBench.Analysis.Tests;
using ContextBench.Reporting.Runs;
using Xunit;

namespace ContextBench.Reporting.Tests.Runs;

public sealed class RunDocumentTests
{
    private static readonly GithubReport Micro =
        new("HandlerBenchmarks", [["Method", "Mean"], ["Classic", "1.0 us"]]);

    private static readonly RunResult Result =
        new SyntheticRun { Variants = ["classic", "control", "async-local", "no-id"], CollectionNsPerByte = 0.5 }
            .Tier("handler", [1.001, 1.05, 0.97], [0.999, 1.052, 0.971], [1, 1.051, 0.969])
            .Tier("kestrel", [1.0005, 1.011, 0.993], [0.9995, 1.009, 0.995], [1, 1.010, 0.994], [1.0001, 1.010, 0.994])
            .Report();

    private static readonly RunReport Report = new(Result) { OldMicro = [Micro] };

    [Fact]
    public void The_console_shows_a_block_a_tier_and_the_micro_benchmarks_below() =>
        GoldenFile.Check("console.txt", Console(Report));

    [Fact]
    public void The_page_has_the_decision_first() =>
        GoldenFile.Check("report.md", Page(Report));

    [Fact]
    public void The_comparisons_are_written_as_the_contract_has_them() =>
        GoldenFile.Check("comparisons.json", Rendered.Data(RunDocument.Of(Report), "comparisons.json"));

    [Fact]
    public void The_comparisons_are_written_as_a_table() =>
        GoldenFile.Check("comparisons.csv", Rendered.Data(RunDocument.Of(Report), "comparisons.csv"));

    [Fact]
    public void What_each_launch_says_is_written_as_a_table() =>
        GoldenFile.Check("launches.csv", Rendered.Data(RunDocument.Of(Report), "launches.csv"));

    [Fact]
    public void The_contracts_fields_are_those_of_the_design_in_its_order()
    {
        using var document = JsonDocument.Parse(Rendered.Data(RunDocument.Of(Report), "comparisons.json"));

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
    public void A_runtime_that_is_configured_otherwise_is_said_in_the_first_lines()
    {
        const string expected =
            "Measured with DOTNET_TieredCompilation=0 DOTNET_TieredPGO=0: this is not the runtime as it ships.";
        var configured = Of(Result with
        {
            Environment = Result.Environment with
            {
                RuntimeVariables = new Dictionary<string, string>
                {
                    ["DOTNET_TieredPGO"] = "0",
                    ["DOTNET_TieredCompilation"] = "0",
                    ["DOTNET_TC_DelaySingleProcMultiplier"] = "1", // this project's own, of every run
                },
            },
        });

        Assert.Contains(
            expected, Page(configured).Split('\n')[4],
            StringComparison.Ordinal);
        Assert.Equal($"- {expected}", Console(configured).Split('\n')[4]);
        Assert.DoesNotContain(
            "Measured with", Console(Report), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2500, "(kestrel", "and of yours of 2,500 µs +0.044 %")] // 1.1 µs of 2500
    [InlineData(100, "(kestrel", "and of yours of 100.0 µs +1.100 %")]
    public void The_cost_is_said_of_the_readers_own_request(double requestUs, string basis, string expected)
    {
        var told = Of(Result with
        {
            Environment = Result.Environment with
            {
                Plan = Result.Environment.Plan with { RequestUs = requestUs },
            },
        });

        var lines = Console(told).Split('\n');

        Assert.Contains(basis, lines[2], StringComparison.Ordinal);
        Assert.Contains(expected, lines[4], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1.002, "Measurably more expensive, but not by enough to matter: carry the id in the ambient")]
    [InlineData(
        1, 1.03,
        "Measurably more expensive, and by more than your margin for a request as cheap as this one: keep the " +
        "parameter where it is that cheap. At 300 µs or more the same µs would be within the margin: there, carry")]
    [InlineData(1, 0.97, "Measurably cheaper than classic: carry the id in the ambient context")]
    [InlineData(1, 0.998, "Measurably cheaper, by less than matters: carry the id in the ambient context")]
    [InlineData(1, 1, "No difference is shown, and none that would matter is left possible: carry the id")]
    [InlineData(1.03, 1.03, "Decide nothing on this run: do what the warnings say and measure again.")]
    public void What_can_be_measured_and_what_matters_are_told_apart(double control, double candidate, string expected)
    {
        var report = Of(new SyntheticRun().Tier("kestrel", [control, candidate], [control, candidate]).Report());

        Assert.Contains(
            "Recommendation: " + expected, Console(report),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-id", 1.002, "Measurably more expensive, but not by enough to matter: decide by what else")]
    [InlineData("no-id", 0.97, "Measurably cheaper than classic: decide by what else speaks for it.")]
    [InlineData("classic+3us", 1.03, "for a request as cheap as this one. At 300 µs or more")]
    public void Nobody_is_advised_to_carry_an_id_by_a_variant_that_has_none_or_an_injected_cost(
        string candidate, double ratio, string expected)
    {
        var report = Of(new SyntheticRun { Variants = ["classic", "control", candidate] }
            .Tier("kestrel", [1, ratio], [1, ratio]).Report());

        var written = Console(report);

        Assert.Contains(expected, written, StringComparison.Ordinal);
        Assert.DoesNotContain("ambient context", written, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_two_counted_launches_is_reported_without_an_answer()
    {
        var empty = Of(new SyntheticRun().Tier("kestrel", [1, 1]).Report());

        Assert.Contains(
            "No answer", Page(empty), StringComparison.Ordinal);
        Assert.Contains(
            "No comparison: 1 of 1 launches count",
            Console(empty), StringComparison.Ordinal);
    }

    [Fact]
    public void No_line_of_the_console_is_wider_than_a_wide_terminal()
    {
        var table = Console(Report).Split('\n')
            .Where(line => line.StartsWith("  ", StringComparison.Ordinal));

        Assert.All(table, line => Assert.InRange(line.Length, 0, 120));
    }

    private static RunReport Of(RunResult result) => new(result);

    private static string Console(RunReport report) => Rendered.Console(RunDocument.Of(report));

    private static string Page(RunReport report) => Rendered.Page(RunDocument.Of(report));
}
