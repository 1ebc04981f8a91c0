using System.Diagnostics;
using Xunit;

namespace ContextBench.Cli.Tests;

public sealed class RunTests : IDisposable
{
    private const string SkipReason = "signals and process trees are tested on Linux";

    // Code that is compiled once stands still soon.
    private static readonly Dictionary<string, string> SoonSteady = new() { ["DOTNET_TieredCompilation"] = "0" };

    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("contextbench").FullName, "run");

    [Fact]
    public async Task Without_wrk_a_run_by_wrk_exits_2_before_it_makes_a_folder()
    {
        using var cli = new CliProcess(path: "", ["run", "--engine", "wrk", "--output", "no-such-folder"]);

        var (exitCode, output) = await cli.EndAsync();

        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.StartsWith("run-bench: wrk is missing: install it", cli.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists("no-such-folder"));
    }

    [Fact]
    public async Task A_run_that_may_be_judged_exits_0()
    {
        // No control of a handler lies beyond 100 %.
        using var cli = new CliProcess(
            SoonSteady,
            "run", "--profile", "smoke", "--tiers", "handler", "--variants", "async-local", "--margin", "100",
            "--output", _folder);

        var (exitCode, output) = await cli.EndAsync();

        Assert.True(exitCode == 0, cli.Error);
        Assert.Contains("; 2 launches, ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interrupted_it_exits_130_leaves_no_process_and_report_works_on_what_was_finished()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), SkipReason);
        using var cli = new CliProcess(
            "run", "--profile", "rehearsal", "--tiers", "kestrel", "--launches", "50", "--output", _folder);
        Assert.True(await cli.SaysAsync("launch 2 of 50: finished"), cli.Error);
        Assert.NotEqual(0, await cli.DescendantAsync("ContextBench.Server.dll"));
        var children = cli.Descendants();

        cli.Signal("INT");
        var (exitCode, output) = await cli.EndAsync();

        Assert.Equal(130, exitCode);
        Assert.Empty(output);
        Assert.Contains("interrupted; every finished launch is saved", cli.Error, StringComparison.Ordinal);
        Assert.True(children.Count >= 2);
        await GoneAsync(children);
        var report = await CommandLineTests.RunAsync("report", _folder);
        Assert.True(report.ExitCode == 3, report.Error); // a rehearsal is never steady
        Assert.Contains("kestrel", report.Output, StringComparison.Ordinal);
        var finished = cli.Error.Split('\n').Count(line => line.Contains(": finished", StringComparison.Ordinal));
        Assert.Contains(
            $"unfinished: the run ended after {finished} of 50 launches", // 2, or more where the signal came late
            report.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_precision_is_reached_in_two_stages_and_the_number_of_launches_written_down()
    {
        // 50 % is reached by any pilot: it ends with its own 8 launches.
        using var cli = new CliProcess(
            "run", "--profile", "rehearsal", "--tiers", "handler", "--variants", "async-local", "--precision", "50",
            "--output", _folder);

        var (exitCode, output) = await cli.EndAsync();

        Assert.True(exitCode == 3, cli.Error); // a rehearsal is never steady
        Assert.Contains("handler launch 8 of 8: finished", cli.Error, StringComparison.Ordinal);
        Assert.Contains("; 8 launches, ", output, StringComparison.Ordinal);
        var environment = await File.ReadAllTextAsync(
            Path.Combine(_folder, "environment.json"), TestContext.Current.CancellationToken);
        Assert.Contains("\"precisionPercent\": 50", environment, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sweep_measures_every_setting_and_names_a_winner()
    {
        using var cli = new CliProcess(
            SoonSteady,
            "sweep", "--slices", "2,8", "--connections", "4", "--launches", "2", "--seconds", "0.1",
            "--output", _folder);

        var (exitCode, output) = await cli.EndAsync();

        Assert.True(exitCode == 0, cli.Error);
        Assert.StartsWith("Which slice length and how many connections?", output, StringComparison.Ordinal);
        var rows = await File.ReadAllLinesAsync(
            Path.Combine(_folder, "sweep.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(
            ["8,4"], // a slice of 2 requests cannot keep 4 connections busy
            rows.Skip(1).Select(row => string.Join(',', row.Split(',')[..2])));
        Assert.True(File.Exists(Path.Combine(_folder, "slice-8-connections-4", "comparisons.json")));
    }

    [Theory]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
    public async Task Terminated_or_hung_up_it_exits_with_the_signals_code_and_says_what_is_saved(
        string signal, int expected)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), SkipReason);
        using var cli = new CliProcess("run", "--profile", "rehearsal", "--tiers", "handler", "--output", _folder);
        Assert.NotEqual(0, await cli.DescendantAsync("launch"));

        cli.Signal(signal);

        Assert.Equal(expected, (await cli.EndAsync()).ExitCode);
        Assert.Contains("interrupted; every finished launch is saved", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_dies_costs_its_launch_and_not_the_run()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), SkipReason);
        using var cli = new CliProcess(
            "run", "--profile", "rehearsal", "--tiers", "kestrel", "--variants", "async-local",
            "--launches", "3", "--output", _folder);

        await KillServerAsync(cli);
        var (exitCode, output) = await cli.EndAsync();

        Assert.True(exitCode == 3, cli.Error); // a rehearsal is never steady
        Assert.Contains("launch 1 of 3: not counted: ", cli.Error, StringComparison.Ordinal);
        Assert.Contains(
            "faulted-launches: 1 of 3 launches failed and are not counted", output, StringComparison.Ordinal);
        Assert.Contains("; 2 launches, ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_launches_that_fail_in_a_row_end_the_run_with_3()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), SkipReason);
        using var cli = new CliProcess(
            "run", "--profile", "rehearsal", "--tiers", "kestrel", "--variants", "async-local",
            "--launches", "9", "--output", _folder);

        for (var launch = 0; launch < 3; launch++)
            await KillServerAsync(cli);
        var (exitCode, output) = await cli.EndAsync();

        Assert.Equal(3, exitCode);
        Assert.Contains("invalid: 3 launches failed one after the other", cli.Error, StringComparison.Ordinal);
        Assert.Contains("No comparison: 0 of 9 launches count", output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    // Killed they are; the system may take a moment to end them. A process left behind fails the test by time-out.
    private static async Task GoneAsync(IEnumerable<int> processes)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        foreach (var process in processes)
        {
            while (CliProcess.IsAlive(process))
                await Task.Delay(10, patience.Token);
        }
    }

    private static async Task KillServerAsync(CliProcess cli)
    {
        var server = await cli.DescendantAsync("ContextBench.Server.dll");
        Assert.NotEqual(0, server);
        Process.GetProcessById(server).Kill();
        while (CliProcess.IsAlive(server))
            await Task.Delay(10);
    }
}
