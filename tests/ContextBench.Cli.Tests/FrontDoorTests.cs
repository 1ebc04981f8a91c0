using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Xunit;

namespace ContextBench.Cli.Tests;

/// <summary>
/// Both scripts, run as users run them; the PowerShell one in PowerShell's own engine, which is here as a package.
/// </summary>
public sealed class FrontDoorTests
{
    private static readonly string Root = RepositoryLayout.Find(AppContext.BaseDirectory).Root;

    [Theory]
    [InlineData(0, "list")]
    [InlineData(2, "run", "--profile", "qick")]
    [InlineData(2, "--launches", "0")]
    public async Task Both_scripts_print_the_same_and_exit_alike(int expected, params string[] args)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "run-bench.sh needs a shell");

        var shell = await ShellAsync(args);
        var powerShell = PowerShellScript(args);

        Assert.Equal(expected, shell.ExitCode);
        Assert.Equal(expected, powerShell.ExitCode);
        Assert.Equal(shell.Output, powerShell.Output);
    }

    [Fact]
    public void A_list_with_commas_reaches_the_command_line_as_it_was_typed_in_powershell()
    {
        // Typed at a prompt, nothing,nowhere is an array; both scripts have to see one word.
        using var shell = PowerShell.Create(InitialSessionState.CreateDefault2());
        var script = Path.Combine(Root, "run-bench.ps1");
        shell.AddScript($"& '{script}' --tiers kestrel,handler --variants no-id,nothing 2>&1");

        var lines = shell.Invoke().Select(line => line.ToString());

        Assert.Contains(
            lines, line => line.StartsWith("run-bench: unknown variant 'nothing'", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_dotnet_10_sdk_the_powershell_script_says_so_and_exits_127()
    {
        var path = Environment.GetEnvironmentVariable("PATH");
        try
        {
            Environment.SetEnvironmentVariable("PATH", Path.GetTempPath());
            Assert.Equal(127, PowerShellScript(["list"]).ExitCode);
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", path);
        }
    }

    [Fact]
    public async Task Without_a_dotnet_10_sdk_the_shell_script_says_so_and_exits_127()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "run-bench.sh needs a shell");
        var tools = Directory.CreateTempSubdirectory("contextbench").FullName;
        foreach (var tool in new[] { "dirname", "grep" })
            File.CreateSymbolicLink(
                Path.Combine(tools, tool), File.Exists($"/usr/bin/{tool}") ? $"/usr/bin/{tool}" : $"/bin/{tool}");

        var (exitCode, output) = await ShellAsync(["list"], path: tools);

        Directory.Delete(tools, recursive: true);
        Assert.Equal(127, exitCode);
        Assert.Empty(output);
    }

    // From another directory, as the scripts promise to work.
    private static async Task<(int ExitCode, string Output)> ShellAsync(string[] args, string? path = null)
    {
        var start = new ProcessStartInfo("/bin/bash", [Path.Combine(Root, "run-bench.sh"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        if (path is not null)
            start.Environment["PATH"] = path;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await error;
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    private static (int ExitCode, string Output) PowerShellScript(string[] args)
    {
        // CreateDefault2 has PowerShell's core alone; the modules of a whole installation are not in the package.
        using var shell = PowerShell.Create(InitialSessionState.CreateDefault2());
        shell.AddCommand(Path.Combine(Root, "run-bench.ps1"));
        foreach (var argument in args)
            shell.AddArgument(argument);
        var lines = shell.Invoke<string>();
        var exitCode = (int)shell.Runspace.SessionStateProxy.GetVariable("LASTEXITCODE");
        return (exitCode, string.Concat(lines.Select(line => line + "\n")));
    }
}
