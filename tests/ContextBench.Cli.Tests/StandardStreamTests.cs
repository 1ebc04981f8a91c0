using System.Diagnostics;
using Xunit;

namespace ContextBench.Cli.Tests;

/// <summary>Standard streams that are full, closed or not read to their end; the shell makes them so.</summary>
public sealed class StandardStreamTests : IDisposable
{
    private const string SkipReason = "only Linux has /dev/full";

    private readonly string _folder = Directory.CreateTempSubdirectory("contextbench").FullName;

    [Theory]
    [InlineData("list >/dev/full", "No space left on device")]
    [InlineData("--help >/dev/full", "No space left on device")]
    [InlineData("report RUN >/dev/full", "No space left on device")]
    [InlineData("list >&-", "Bad file descriptor")]
    [InlineData("--help >&-", "Bad file descriptor")]
    public async Task Data_that_cannot_be_written_ends_it_with_2_and_one_line(string command, string why)
    {
        EmptyRun.CreateAt(Path.Combine(_folder, "run"));

        var (exitCode, error) = await ShellAsync("cli " + command.Replace("RUN", $"'{_folder}/run'"));

        Assert.Equal((2, $"run-bench: standard output cannot be written: {why}\n"), (exitCode, error));
    }

    [Theory]
    [InlineData("list >/dev/full")]
    [InlineData("list >&-")]
    public async Task The_script_says_it_as_the_command_line_does(string command)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), SkipReason);
        using var dotnet = DotnetInstead.ThatHasBuilt();

        var (exitCode, error) = await ShellAsync($"'{Scripts.Root}/{Scripts.Shell}' " + command);

        Assert.Equal(2, exitCode);
        Assert.StartsWith(
            "run-bench: building\nrun-bench: standard output cannot be written: ", error, StringComparison.Ordinal);
        Assert.Equal(2, error.Count(character => character == '\n'));
    }

    [Fact]
    public async Task A_pipe_that_nobody_reads_any_more_ends_silently()
    {
        var (exitCode, error) = await ShellAsync("set -o pipefail; cli list | head -n 1");

        Assert.Equal((0, ""), (exitCode, error));
    }

    [Theory]
    [InlineData("cli rnu 2>/dev/full", 2)]
    [InlineData("cli rnu 2>&-", 2)]
    [InlineData("cli report RUN 2>/dev/full", 0)]
    [InlineData("SCRIPT list 2>/dev/full", 0)]
    public async Task Diagnostics_that_cannot_be_written_change_nothing(string command, int expected)
    {
        EmptyRun.CreateAt(Path.Combine(_folder, "run"));

        var (exitCode, _) = await ShellAsync(
            command.Replace("RUN", $"'{_folder}/run'").Replace("SCRIPT", $"'{Scripts.Root}/{Scripts.Shell}'"));

        Assert.Equal(expected, exitCode);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<(int ExitCode, string Error)> ShellAsync(string command)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), SkipReason);
        var program = RepositoryLayout.Find(AppContext.BaseDirectory).CliAssembly;
        using var shell = Process.Start(
            new ProcessStartInfo("/bin/bash", ["-c", $"cli() {{ dotnet '{program}' \"$@\"; }}\n{command}"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        var error = shell.StandardError.ReadToEndAsync();
        await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        return (shell.ExitCode, await error);
    }
}
