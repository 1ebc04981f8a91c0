using System.Text.Json;
using BenchmarkDotNet.Loggers;
using Xunit;

namespace ContextBench.Micro.Tests;

public sealed class LaunchJsonExporterTests
{
    [Fact]
    public void The_full_json_says_which_launch_a_benchmark_is_and_whether_it_is_the_baseline()
    {
        var cases = new[] { "HandlerBenchmarks.Classic LogLines=4", "HandlerBenchmarks.Control LogLines=4" };
        var json = new AccumulationLogger();

        new LaunchJsonExporter().ExportToLog(
            TestReports.Summary([.. cases.Select(name => TestReports.Measured(BenchmarkCases.All[name]))]), json);

        var benchmarks = JsonDocument.Parse(json.GetLog()).RootElement.GetProperty("Benchmarks").EnumerateArray();
        Assert.Equal(
            [("Classic", "L01", true), ("Control", "L01", false)],
            benchmarks.Select(benchmark => (
                benchmark.GetProperty("Method").GetString()!,
                benchmark.GetProperty("Launch").GetString()!,
                benchmark.GetProperty("Baseline").GetBoolean())));
    }
}
