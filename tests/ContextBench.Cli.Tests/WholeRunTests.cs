using System.Text.Json;
using ContextBench.Measurement.Observations;
using Xunit;

namespace ContextBench.Cli.Tests;

public sealed class WholeRunTests(WholeRun run) : IClassFixture<WholeRun>
{
    [Fact]
    public async Task A_run_measures_all_tiers_and_leaves_every_file_of_the_contract()
    {
        var ended = await run.EndedAsync();

        Assert.Contains(
            "\nhandler\n\n3 emails (4 log lines), yield send, console sink; 2 launches",
            ended.Output, StringComparison.Ordinal);
        Assert.Contains("total µs/request", ended.Output, StringComparison.Ordinal);
        Assert.Contains("\nin-memory\n\n3 emails", ended.Output, StringComparison.Ordinal);
        Assert.Contains("control (A/A)", ended.Output, StringComparison.Ordinal);
        Assert.Contains("kestrel launch 2 of 2: finished; about", ended.Error, StringComparison.Ordinal);
        Assert.Equal(
            [
                "comparisons.csv", "comparisons.json", "environment.json", "launches.csv", "observations.jsonl",
                "report.md",
            ],
            Directory.EnumerateFiles(ended.Directory.Path).Select(Path.GetFileName).Order());
        using var comparisons = JsonDocument.Parse(await ReadAsync(ended, "comparisons.json"));
        Assert.Equal(
            // two candidates (control, async-local) in total, time, throughput, cpu, gc and allocated; on kestrel also
            // p50 and p99
            (2 * 6) + (2 * 6) + (2 * 8),
            comparisons.RootElement.GetProperty("comparisons").GetArrayLength());
    }

    [Fact]
    public async Task A_rehearsal_is_over_before_a_launch_is_steady_and_so_exits_3_with_nothing_judged()
    {
        var ended = await run.EndedAsync();

        Assert.Equal(3, ended.ExitCode);
        using var comparisons = JsonDocument.Parse(await ReadAsync(ended, "comparisons.json"));
        var verdicts = comparisons.RootElement.GetProperty("comparisons").EnumerateArray()
            .Select(comparison => comparison.GetProperty("verdict").GetString())
            .OfType<string>()
            .ToArray();
        Assert.NotEmpty(verdicts);
        Assert.All(verdicts, verdict => Assert.Equal("Invalid", verdict));
    }

    [Fact]
    public async Task The_collector_reported_is_that_of_the_measured_processes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "measured processes are kept on one processor on Linux alone");
        var ended = await run.EndedAsync();

        // On one processor the runtime has the workstation collector, whatever it is asked for.
        Assert.Equal(
            Enumerable.Repeat("workstation, concurrent", 6), LaunchesOf(ended).Select(launch => launch.GcMode));
        Assert.Null(ended.Directory.ReadEnvironment().GcMode);
        Assert.Contains(
            ", workstation, concurrent collector, commit ", await ReadAsync(ended, "report.md"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_that_the_environment_attaches_reaches_no_measured_process_and_that_is_said()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "process trees are read on Linux");
        var ended = await run.EndedAsync();

        Assert.Contains(ended.Measured, process => process.IsServer);
        Assert.Contains(ended.Measured, process => !process.IsServer);
        Assert.All(ended.Measured, process =>
        {
            Assert.Contains("DOTNET_TieredPGO", process.Variables);
            Assert.Empty(process.Variables.Intersect(WholeRun.Attached.Keys));
        });
        Assert.Contains(
            "run-bench: ASPNETCORE_HOSTINGSTARTUPASSEMBLIES, CORECLR_ENABLE_PROFILING, LD_PRELOAD and NODE_OPTIONS " +
            "are set: measured processes run without them", ended.Error, StringComparison.Ordinal);
        Assert.Equal("1", ended.Directory.ReadEnvironment().RuntimeVariables["DOTNET_TieredPGO"]);
    }

    [Fact]
    public async Task Settings_in_the_environment_reach_no_measured_application()
    {
        var ended = await run.EndedAsync();

        Assert.Equal(Enumerable.Repeat<string?>(null, 6), LaunchesOf(ended).Select(launch => launch.Fault));
    }

    private static IEnumerable<LaunchObservation> LaunchesOf(WholeRun.Ended ended) =>
        ended.Directory.ReadObservations().OfType<LaunchObservation>();

    private static Task<string> ReadAsync(WholeRun.Ended ended, string file) =>
        File.ReadAllTextAsync(ended.Directory.File(file), TestContext.Current.CancellationToken);
}
