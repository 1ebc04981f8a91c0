using ContextBench.Analysis.Micro;
using ContextBench.Analysis.Tests;
using ContextBench.Analysis.Tests.Micro;
using ContextBench.Reporting.Documents;
using ContextBench.Reporting.Micro;
using Xunit;

namespace ContextBench.Reporting.Tests.Micro;

public sealed class MicroTablesTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("contextbench").FullName;

    [Fact]
    public void Where_launches_are_told_a_case_is_a_row_with_the_interval_of_its_ratio()
    {
        using var fixture = MicroFixture.Unchanged();

        GoldenFile.Check("micro.md", Page(fixture.Directory));
    }

    [Fact]
    public void What_has_no_partner_is_said_below_the_table()
    {
        using var fixture = MicroFixture.With(text => text.Replace(
            """
                  "Launch": "L03",
                  "Baseline": true
            """,
            """
                  "Launch": "L04",
                  "Baseline": true
            """,
            StringComparison.Ordinal));

        var page = Page(fixture.Directory);

        const string LeftOut = "[LogLines=4]: L03, L04 left out of the ratio, having a result of";
        Assert.EndsWith(
            $"- Control {LeftOut} Control or of Classic alone\n" +
            $"- AsyncLocal {LeftOut} AsyncLocal or of Classic alone\n",
            WithoutWideIntervals(page), StringComparison.Ordinal);
        Assert.Contains("| AsyncLocal [LogLines=4] | ", page, StringComparison.Ordinal);
        Assert.Contains("| 1192 | 2 |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_of_a_github_report_is_kept_and_its_environment_left_out()
    {
        Directory.CreateDirectory(Path.Combine(_directory, "results"));
        File.WriteAllText(
            Path.Combine(_directory, "results", "ContextBench.Micro.HandlerBenchmarks-report-github.md"),
            """
            ```
            BenchmarkDotNet v0.15.8, Linux
            ```
            | Method  | LogLines | Mean   |
            |-------- |--------- |-------:|
            | Classic | **1**    | 1.0 us |
            |         |          |        |
            | Classic | 10       | 9.0 us |
            """);

        var report = GithubReport.ReadAll(_directory).Single();

        Assert.Equal("HandlerBenchmarks", report.Class);
        Assert.Equal(
            [["Method", "LogLines", "Mean"], ["Classic", "1", "1.0 us"], ["Classic", "10", "9.0 us"]], report.Rows);
        Assert.EndsWith(
            "| Method | LogLines | Mean |\n| :--- | ---: | ---: |\n" +
            "| Classic | 1 | 1.0 us |\n| Classic | 10 | 9.0 us |\n",
            Rendered.Page(new Document("", [.. MicroTables.Of(report)])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_micro_benchmarks_has_no_tables()
    {
        var none = Path.Combine(_directory, "none");

        Assert.Empty(MicroTables.Of(MicroResults.ReadAll(none)));
        Assert.Empty(GithubReport.ReadAll(none));
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private static string Page(string directory) =>
        Rendered.Page(MicroTables.DocumentOf(MicroResults.ReadAll(directory)));

    private static string WithoutWideIntervals(string page) =>
        string.Concat(page.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.Contains("an interval of", StringComparison.Ordinal)).Select(line => line + "\n"));
}
