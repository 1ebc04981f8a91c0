using System.Globalization;
using Xunit;

namespace ContextBench.Cli.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("run --profile qick", "--profile takes smoke, quick, full; got 'qick'")]
    [InlineData(
        "run --variants async-lcal",
        "unknown variant 'async-lcal': there is classic, control, async-local, async-local-map, no-id")]
    [InlineData(
        "run --variants async-local,",
        "unknown variant '': there is classic, control, async-local, async-local-map, no-id")]
    [InlineData("--version --seed 1", "--version option cannot be combined with other arguments.")]
    [InlineData("run --tiers kestrl", "--tiers takes handler, in-memory, kestrel; got 'kestrl'")]
    [InlineData("run --send slow", "--send takes sync, yield, delay; got 'slow'")]
    [InlineData("run --sink nul", "--sink takes null, console; got 'nul'")]
    [InlineData("run --launches 0", "--launches takes 2 or more, of which there is an interval; got '0'")]
    [InlineData("run --launches 1", "--launches takes 2 or more, of which there is an interval; got '1'")]
    [InlineData("run --margin 0", "--margin takes a percentage above 0, at most 100; got '0'")]
    [InlineData("run --margin NaN", "--margin takes a percentage above 0, at most 100; got 'NaN'")]
    [InlineData(
        "run --margin 0,5", "--margin takes a percentage above 0, at most 100; got '0,5': write 0.5 with a point")]
    [InlineData("run --output ", "--output names no folder")]
    [InlineData(
        "generator http://192.0.2.1/x",
        "http://192.0.2.1/x is not on this machine, and the generator loads nothing else")]
    [InlineData("generator nothing", "'nothing' is no URL")]
    [InlineData("run --emails 1001", "--emails takes 0 to 1000; got '1001'")]
    [InlineData("run --emails=-1", "--emails takes 0 to 1000; got '-1'")]
    [InlineData("run --work-us=-5", "--work-us takes 0 to 100000 µs; got '-5'")]
    [InlineData("run --connections 0", "--connections takes 1 to 1024 connections; got '0'")]
    [InlineData(
        "run --connections 32",
        "a slice of 4 operations cannot keep 32 connections busy: use --slice 128 or fewer --connections")]
    [InlineData(
        "run --tiers handler --connections 4",
        "--connections belongs to kestrel, which --tiers leaves out: drop one of the two")]
    [InlineData(
        "run --variants control",
        "--variants names nothing to compare with classic: add one of async-local, async-local-map, no-id")]
    [InlineData(
        "run --variants classic+3",
        "'classic+3' is no variant with an injected cost: write classic+0.5us (CPU work), classic+256B " +
        "(allocation, a multiple of 8) or classic+0.5%of80us (of some requests)")]
    [InlineData("run --study lins", "--study takes lines, mel, now; got 'lins'")]
    [InlineData("inspect classic control --study lins", "--study takes lines, mel, now; got 'lins'")]
    [InlineData("calibrate --tiers kestrl", "--tiers takes handler, in-memory, kestrel; got 'kestrl'")]
    [InlineData("calibrate --runs 1", "--runs takes 2 or more, of which there is a spread; got '1'")]
    [InlineData("calibrate --launches 1", "--launches takes 2 or more, of which there is an interval; got '1'")]
    [InlineData(
        "run --launches 2 --margin 0.1",
        "2 launches cannot reach a verdict at ±0.1 % on kestrel, even if they differed by 0.05 % only: " +
        "need at least 3 (--launches 3), or a wider --margin")]
    [InlineData(
        "run --tiers handler --margin 0.001",
        "6 launches cannot reach a verdict at ±0.001 % on handler, even if they differed by 0.1 % only: " +
        "no number of launches up to 1000 could: declare a wider --margin")]
    [InlineData("run --engine wkr", "--engine takes paired, wrk, nbomber; got 'wkr'")]
    [InlineData("run --engine wrk,nbomber", "--engine takes paired, wrk, nbomber; got 'wrk,nbomber'")]
    [InlineData("run --seed soon", "--seed takes a whole number; got 'soon'")]
    [InlineData("run --residency appart", "--residency takes together, apart; got 'appart'")]
    [InlineData(
        "run --engine wrk --tiers handler",
        "--engine wrk measures kestrel alone: drop --tiers, or write --tiers kestrel")]
    [InlineData(
        "run --residency apart --tiers handler,kestrel",
        "--residency apart measures kestrel alone: drop --tiers, or write --tiers kestrel")]
    [InlineData(
        "run --engine wrk --residency apart",
        "--residency apart belongs to the paired engine, not to wrk: drop one")]
    [InlineData(
        "run --engine nbomber --rate 5", "--rate belongs to the paired engine, not to nbomber: drop one of the two")]
    [InlineData(
        "run --rate 5 --residency apart", "--rate measures all variants in one process: drop --residency apart")]
    [InlineData("run --threads 12", "--threads belongs to wrk: drop it, or write --engine wrk")]
    [InlineData(
        "run --engine wrk --threads 12 --connections 4",
        "wrk needs a connection a thread: 4 are too few for 12 threads")]
    [InlineData("run --engine wrk --seconds 0", "--seconds takes 1 to 3600 whole seconds; got '0'")]
    [InlineData("run --seconds 5", "--seconds belongs to --engine wrk or nbomber, and to --rate: drop it")]
    [InlineData("run --engine wrk --slice 8", "--slice belongs to the paired engine's closed loop: drop it")]
    [InlineData("run --rate 0.5", "--rate takes 1 to 1000000 requests a second; got '0.5'")]
    [InlineData(
        "run --rate 300 --seconds 2", "a window of 600 requests tells nothing of p99: use --seconds 4")]
    [InlineData("run --rate fast", "--rate takes 1 to 1000000 requests a second; got 'fast'")]
    [InlineData(
        "run --rate --precision 1", "--precision plans the paired engine's closed loop, not --rate: drop one")]
    [InlineData(
        "reproduce --runtimes node14", "--runtimes takes node-14, node-20, node-22, node-24, dotnet; got 'node14'")]
    [InlineData(
        "reproduce --points smal",
        "--points takes article, depth-0, depth-5, depth-13, depth-30, small, half-way, operating-point; got 'smal'")]
    [InlineData(
        "reproduce --threads 4", "--threads and --connections belong to wrk: add --engine wrk, or drop them")]
    [InlineData(
        "reproduce --engine wrk --connections 4", "wrk needs a connection a thread: 4 are too few for 12 threads")]
    [InlineData("reproduce --engine wrk --seconds 1.5", "wrk takes whole seconds: write --seconds 2")]
    [InlineData(
        "run --study now --emails 3",
        "--emails is nothing that a request of the study now has: drop it, or name another --study; it has --depth")]
    [InlineData(
        "run --study now --engine nbomber",
        "--engine nbomber posts requests, and those of --study now are GETs: use --engine wrk")]
    [InlineData("run --depth 1001", "--depth takes 0 to 1000; got '1001'")]
    [InlineData("reproduce --launches 3", "--launches takes 4 to 1000; got '3'")]
    [InlineData("reproduce --seconds 0", "--seconds takes a time above 0, at most 3600; got '0'")]
    [InlineData("engines --launches 1", "--launches takes 2 or more, of which there is an interval; got '1'")]
    [InlineData("run --precision 0", "--precision takes a percentage of 0.001 to 100; got '0'")]
    [InlineData(
        "run --precision 0.1 --launches 9",
        "--launches fixes the number that --precision would find: drop one of the two")]
    [InlineData("sweep --slices x", "--slices takes numbers of 1 to 4096, separated by commas; got 'x'")]
    [InlineData(
        "sweep --slices 2 --connections 4", "no slice is as long as the fewest connections: use longer --slices")]
    [InlineData("sweep --dose-us 0", "--injected-us takes a time above 0, at most 100000; got '0'")]
    [InlineData(
        "report nowhere",
        "'nowhere' is no run: no folder of that name, here or under results/, has an environment.json")]
    public async Task A_wrong_option_is_refused_before_anything_is_measured(string line, string message)
    {
        var (exitCode, output, error) = await RunAsync(line.Split(' '));

        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.Contains($"run-bench: {message}\n", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--proflie quick", "--profile")]
    [InlineData("reproduce --pionts", "--points")]
    [InlineData("rnu", "run")]
    public async Task What_was_mistyped_gets_a_suggestion(string line, string meant)
    {
        var (exitCode, output, error) = await RunAsync(line.Split(' '));

        var word = line.Split(' ').First(it => it is "--proflie" or "--pionts" or "rnu");
        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.StartsWith($"run-bench: Unrecognized command or argument '{word}'.\n", error, StringComparison.Ordinal);
        Assert.EndsWith(
            $"run-bench: '{word}' was not matched. Did you mean one of the following?\nrun-bench: {meant}\n" +
            "run-bench: --help lists what there is\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_whose_option_was_mistyped_is_not_taken_for_a_short_option()
    {
        var (exitCode, _, error) = await RunAsync("run", "--margn", "3");

        Assert.Equal(2, exitCode);
        Assert.Equal(
            [
                "run-bench: Unrecognized command or argument '--margn'.",
                "run-bench: Unrecognized command or argument '3'.",
                "run-bench: '--margn' was not matched. Did you mean one of the following?",
                "run-bench: --margin",
                "run-bench: --help lists what there is",
            ],
            error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task What_is_wrong_is_said_once_and_all_of_it()
    {
        var (_, _, error) = await RunAsync("run", "--margin", "0", "--tiers", "handler,kestrl,here");

        Assert.Equal(
            [
                "run-bench: --tiers takes handler, in-memory, kestrel; got 'kestrl', 'here'",
                "run-bench: --margin takes a percentage above 0, at most 100; got '0'",
            ],
            error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("run --launches many")]
    [InlineData("run --margin")]
    [InlineData("report")]
    public async Task What_cannot_be_parsed_is_refused_with_a_message(string line)
    {
        var (exitCode, _, error) = await RunAsync(line.Split(' '));

        Assert.Equal(2, exitCode);
        Assert.StartsWith("run-bench: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_refused_before_anything_is_measured()
    {
        var file = Path.GetTempFileName();
        try
        {
            var (exitCode, _, error) = await RunAsync("run", "--output", Path.Combine(file, "run"));

            Assert.Equal(2, exitCode);
            Assert.Contains("cannot be used", error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("calibrate")]
    [InlineData("engines")]
    [InlineData("reproduce")]
    [InlineData("sweep")]
    public async Task Several_runs_are_not_put_into_a_folder_that_holds_something(string command)
    {
        var folder = Directory.CreateTempSubdirectory("contextbench");
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "notes.txt"), "mine", TestContext.Current.CancellationToken);

            var (exitCode, _, error) = await RunAsync(command, "--output", folder.FullName);

            Assert.Equal(2, exitCode);
            Assert.Contains("is not empty: name another (--output DIR)", error, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_history_of_a_folder_without_runs_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("contextbench");

        var (exitCode, _, error) = await RunAsync("ledger", folder.FullName);

        Assert.Equal(2, exitCode);
        Assert.Contains("holds no run of the profiles quick and full", error, StringComparison.Ordinal);
        folder.Delete();
    }

    internal static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var error = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var exitCode = await CommandLine.RunAsync(args, output, error);
        return (exitCode, output.ToString(), error.ToString());
    }
}
