using System.Diagnostics;
using System.Management.Automation.Runspaces;

namespace ContextBench.Cli.Tests;

/// <summary>
/// Both scripts, run as users run them; the PowerShell one in PowerShell's own engine, which is here as a package.
/// </summary>
internal static class Scripts
{
    public const string Shell = "run-bench.sh";
    public const string PowerShell = "run-bench.ps1";

    public static readonly string Root = RepositoryLayout.Find(AppContext.BaseDirectory).Root;

    public static bool HasShell => OperatingSystem.IsLinux() || OperatingSystem.IsMacOS();

    /// <summary>Runs one of them, from another directory, as they promise to work.</summary>
    /// <param name="script">Its name, or the path of a link to it.</param>
    /// <param name="args">Its arguments.</param>
    public static Task<(int ExitCode, string Output)> RunAsync(string script, params string[] args)
    {
        var path = Path.Combine(Root, script);
        return script.EndsWith(".sh", StringComparison.Ordinal)
            ? RunShellAsync(path, Path.GetTempPath(), args)
            : Task.FromResult(RunPowerShell(path, args));
    }

    /// <summary>Runs <c>run-bench.sh</c>.</summary>
    /// <param name="script">Its path, as it is written on the command line.</param>
    /// <param name="workingDirectory">Where it is started.</param>
    /// <param name="args">Its arguments.</param>
    public static async Task<(int ExitCode, string Output)> RunShellAsync(
        string script, string workingDirectory, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/bash", [script, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingDirectory,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await error;
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    private static (int ExitCode, string Output) RunPowerShell(string script, string[] args)
    {
        // CreateDefault2 has PowerShell's core alone; the modules of a whole installation are not in the package.
        using var shell = System.Management.Automation.PowerShell.Create(InitialSessionState.CreateDefault2());
        shell.AddCommand(script);
        foreach (var argument in args)
            shell.AddArgument(argument);
        var lines = shell.Invoke<string>();
        var exitCode = (int)shell.Runspace.SessionStateProxy.GetVariable("LASTEXITCODE");
        return (exitCode, string.Concat(lines.Select(line => line + "\n")));
    }
}
