using Xunit;

namespace ContextBench.Reporting.Tests;

public sealed class MicroTableTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("contextbench").FullName;

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

        Assert.Equal("HandlerBenchmarks", table.Name);
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
