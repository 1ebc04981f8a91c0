using ContextBench.Handlers;
using Xunit;

namespace ContextBench.Cli.Tests;

/// <summary>What the command line says there is: its list and its help.</summary>
public sealed class CommandListTests
{
    [Fact]
    public async Task The_list_is_kind_name_and_summary_a_line()
    {
        var (exitCode, output, _) = await CommandLineTests.RunAsync("list");

        Assert.Equal(0, exitCode);
        var names = output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => string.Join(' ', line.Split('\t')[..2]));
        Assert.Equal(
            [
                .. StudyCatalogue.All.Select(study => $"study {study.Name}"),
                .. StudyCatalogue.All.SelectMany(study => study.Variants).Select(variant => $"variant {variant.Name}")
                    .Distinct(),
                "tier handler", "tier in-memory", "tier kestrel",
                "workload send=sync", "workload send=yield", "workload send=delay",
                "workload sink=null", "workload sink=console",
                "profile smoke", "profile quick", "profile full",
                "engine paired", "engine wrk", "engine nbomber",
                "point article", "point depth-0", "point depth-5", "point depth-13", "point depth-30",
                "point small", "point half-way", "point operating-point",
            ],
            names);
    }

    [Fact]
    public async Task The_help_names_every_option_with_its_default_on_standard_output()
    {
        var (exitCode, output, error) = await CommandLineTests.RunAsync("--help");

        Assert.Equal(0, exitCode);
        Assert.Empty(error);
        Assert.Contains("run-bench [command] [options]", output, StringComparison.Ordinal);
        Assert.All(
            new Cli.Options.RunOptions().All,
            option => Assert.Contains(option.Name, output, StringComparison.Ordinal));
        Assert.Contains("[default: quick]", output, StringComparison.Ordinal);
        Assert.DoesNotContain("launch ", output, StringComparison.Ordinal); // a run's own affair
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("report", "--help")]
    public async Task Every_help_lists_the_exit_codes(params string[] args)
    {
        var (exitCode, output, _) = await CommandLineTests.RunAsync(args);

        Assert.Equal(0, exitCode);
        var lines = output.Split('\n').Select(line => line.Trim()).SkipWhile(line => line != "Exit codes:").Skip(1);
        Assert.Equal(
            ["0", "2", "3", "127", "129", "130", "143"],
            lines.Where(line => line.Length > 0).Select(line => line.Split(' ')[0]));
    }
}
