using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Xunit;

namespace ContextBench.Cli.Tests;

/// <summary>Both scripts, to their exit codes.</summary>
public sealed class FrontDoorTests
{
    [Theory]
    [InlineData(0, "list")]
    [InlineData(2, "run", "--profile", "qick")]
    [InlineData(2, "--launches", "0")]
    public async Task Both_scripts_print_the_same_and_exit_alike(int expected, params string[] args)
    {
        Assert.SkipUnless(Scripts.HasShell, "run-bench.sh needs a shell");
        using var dotnet = DotnetInstead.ThatHasBuilt(); // that both build is tested in BuildEnvironmentTests

        var shell = await Scripts.RunAsync(Scripts.Shell, args);
        var powerShell = await Scripts.RunAsync(Scripts.PowerShell, args);

        Assert.Equal(expected, shell.ExitCode);
        Assert.Equal(expected, powerShell.ExitCode);
        Assert.Equal(shell.Output, powerShell.Output);
    }

    [Fact]
    public void A_list_with_commas_reaches_the_command_line_as_it_was_typed_in_powershell()
    {
        using var dotnet = Scripts.HasShell ? DotnetInstead.ThatHasBuilt() : null;

        // Typed at a prompt, nothing,nowhere is an array; both scripts have to see one word.
        using var shell = PowerShell.Create(InitialSessionState.CreateDefault2());
        var script = Path.Combine(Scripts.Root, Scripts.PowerShell);
        shell.AddScript($"& '{script}' --tiers kestrel,handler --variants no-id,nothing 2>&1");

        var lines = shell.Invoke().Select(line => line.ToString());

        Assert.Contains(
            lines, line => line.StartsWith("run-bench: unknown variant 'nothing'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_dotnet_10_sdk_the_powershell_script_says_so_and_exits_127()
    {
        using var path = new EnvironmentChange(("PATH", Path.GetTempPath()));

        Assert.Equal(127, (await Scripts.RunAsync(Scripts.PowerShell, "list")).ExitCode);
    }

    [Fact]
    public async Task Without_a_dotnet_10_sdk_the_shell_script_says_so_and_exits_127()
    {
        Assert.SkipUnless(Scripts.HasShell, "run-bench.sh needs a shell");
        var tools = Directory.CreateTempSubdirectory("contextbench").FullName;
        foreach (var tool in new[] { "dirname", "grep" })
            File.CreateSymbolicLink(
                Path.Combine(tools, tool), File.Exists($"/usr/bin/{tool}") ? $"/usr/bin/{tool}" : $"/bin/{tool}");
        using var path = new EnvironmentChange(("PATH", tools));

        var (exitCode, output) = await Scripts.RunAsync(Scripts.Shell, "list");

        Directory.Delete(tools, recursive: true);
        Assert.Equal(127, exitCode);
        Assert.Empty(output);
    }
}
