using ContextBench.Analysis.Tests.Micro;
using ContextBench.Reporting.Micro;
using Xunit;

namespace ContextBench.Reporting.Tests.Micro;

public sealed class MicroTableTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("contextbench").FullName;

    [Fact]
    public void Where_launches_are_told_a_case_is_a_row_with_the_interval_of_its_ratio()
    {
        using var fixture = MicroFixture.Unchanged();

        var table = MicroTable.ReadAll(fixture.Directory).Single();

        Assert.Equal(("HandlerBenchmarks", MicroTable.OwnCaption), (table.Name, table.Caption));
        Assert.Equal(
            [
                "| benchmark               | ns/op |    ratio |  95 % interval | bytes | launches |",
                "| :---------------------- | ----: | -------: | -------------: | ----: | -------: |",
                "| Classic [LogLines=4]    | 1,384 | baseline |              - |  1136 |        3 |",
                "| Control [LogLines=4]    | 1,475 |    1.066 | [0.819, 1.387] |  1136 |        3 |",
                "| AsyncLocal [LogLines=4] | 1,480 |    1.070 | [1.022, 1.120] |  1192 |        3 |",
                "",
                "- Control [LogLines=4]: an interval of ±28 % is too wide to tell less than that: use more " +
                "launches (micro -- --launchCount N)",
            ],
            table.Lines);
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

        var lines = MicroTable.ReadAll(fixture.Directory).Single().Lines;

        const string LeftOut = "[LogLines=4]: L03, L04 left out of the ratio, having a result of";
        Assert.Equal(
            [
                "",
                $"- Control {LeftOut} Control or of Classic alone",
                $"- AsyncLocal {LeftOut} AsyncLocal or of Classic alone",
            ],
            lines.Skip(5).Where(line => !line.Contains("an interval of", StringComparison.Ordinal)));
        Assert.EndsWith("|        2 |", lines[4], StringComparison.Ordinal);
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

        var table = MicroTable.ReadAll(_directory).Single();

        Assert.Equal(("HandlerBenchmarks", MicroTable.ForeignCaption), (table.Name, table.Caption));
        Assert.Equal(
            [
                "| Method  | LogLines | Mean   |",
                "|-------- |--------- |-------:|",
                "| Classic |   1      | 1.0 us |",
                "| Classic | 10       | 9.0 us |",
            ],
            table.Lines);
    }

    [Fact]
    public void A_run_without_micro_benchmarks_has_no_tables() =>
        Assert.Empty(MicroTable.ReadAll(Path.Combine(_directory, "none")));

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
