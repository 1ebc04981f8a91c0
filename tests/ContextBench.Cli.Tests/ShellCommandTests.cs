using System.CommandLine;
using System.Diagnostics;
using ContextBench.Cli.Options;
using Xunit;

namespace ContextBench.Cli.Tests;

/// <summary>What is to be pasted, split again by the shell that it is for.</summary>
public sealed class ShellCommandTests
{
    [Theory]
    [InlineData("/tmp/my run")]
    [InlineData("/tmp/it's")]
    [InlineData("$HOME/`id`/$(id)")]
    [InlineData("\"both\" 'kinds' \\ of them\n and a line")]
    [InlineData("~/a*b?[c]{d,e}")]
    [InlineData("a;b|c&d<e>f(g)#h!i")]
    [InlineData("")]
    [InlineData("'")]
    [InlineData("größe-µ")]
    [InlineData("classic+0.5%of80us,async-local")]
    public async Task A_shell_makes_the_same_word_of_it(string word)
    {
        var words = await SplitAsync(ShellCommand.Of("report", word, "end"));

        Assert.Equal(["report", word, "end"], words);
    }

    [Theory]
    [InlineData("classic+0.5%of80us,async-local")]
    [InlineData("/tmp/run-1_a.b:c=d@e")]
    public void A_word_that_needs_no_quotes_stays_bare(string word) =>
        Assert.Equal($"./run-bench.sh report {word}", ShellCommand.Of("report", word));

    [Fact]
    public async Task A_runs_command_to_do_it_again_is_split_as_it_was_typed()
    {
        string[] typed = ["--tiers", "handler, kestrel", "--variants", "async-local, control"];
        var options = new RunOptions();
        var command = new Command("run");
        foreach (var option in options.All)
            command.Add(option);

        var plan = new RunPlanner(options, command.Parse(typed)).Plan(seed: 99);

        var words = await SplitAsync(plan.Reproduce);
        Assert.Equal(["run", .. typed, "--seed", "99"], words);
    }

    [Fact]
    public async Task The_hint_to_report_what_is_saved_can_be_pasted_with_any_folder()
    {
        const string Folder = "/tmp/my run's $1";
        var hint = MeasuringSession.Reportable(Folder);

        var words = await SplitAsync(hint[hint.IndexOf("./run-bench.sh", StringComparison.Ordinal)..]);

        Assert.Equal(["report", Folder], words);
    }

    // The words after the program's name, each ended by a byte that no word can hold.
    private static async Task<string[]> SplitAsync(string command)
    {
        Assert.SkipUnless(Scripts.HasShell, "the shell splits it");
        Assert.StartsWith("./run-bench.sh ", command, StringComparison.Ordinal);
        using var shell = Process.Start(
            new ProcessStartInfo("/bin/sh", ["-c", "printf '%s\\0' " + command["./run-bench.sh ".Length..]])
            {
                RedirectStandardOutput = true,
            })!;
        var words = (await shell.StandardOutput.ReadToEndAsync()).Split('\0');
        await shell.WaitForExitAsync();
        return words[..^1];
    }
}
