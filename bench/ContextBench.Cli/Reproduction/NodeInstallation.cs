using System.ComponentModel;
using System.Runtime.InteropServices;

namespace ContextBench.Cli.Reproduction;

/// <summary>Installs Node.js and the article's application, once, through npm.</summary>
/// <param name="application">The application's folder.</param>
/// <param name="log">Takes a line for each thing that takes long.</param>
/// <param name="cancellation">Ends it.</param>
/// <param name="npm">npm's program.</param>
internal sealed class NodeInstallation(
    string application, Action<string> log, CancellationToken cancellation, string npm = NodeInstallation.Npm)
{
    private const string Npm = "npm";

    private static readonly bool IsWindows = OperatingSystem.IsWindows();

    /// <summary>Makes sure that npm is there and the application's packages are installed as locked.</summary>
    /// <exception cref="ProgramMissingException">npm is missing or failed.</exception>
    public async Task RequireApplicationAsync()
    {
        // npm writes this file when an installation is complete.
        var installed = Path.Combine(application, "node_modules", ".package-lock.json");
        var locked = Path.Combine(application, "package-lock.json");
        if (File.Exists(installed) && File.GetLastWriteTimeUtc(installed) >= File.GetLastWriteTimeUtc(locked))
            return;

        log("installing the article's application (npm ci)");
        await InstallAsync(["ci", "--no-audit", "--no-fund"], "the article's application");
    }

    /// <summary>Makes sure that a version of Node.js is there.</summary>
    /// <param name="version">A version that npm knows: <c>14.0.0</c>, or <c>24</c> for the latest of that line.</param>
    /// <exception cref="ProgramMissingException">npm is missing, or has no such version for this machine.</exception>
    public async Task<NodeRuntime> RequireNodeAsync(string version)
    {
        var package = PackageName();
        var folder = Path.Combine(application, ".runtimes", version);
        var program = Path.Combine(folder, "node_modules", package, "bin", IsWindows ? "node.exe" : "node");
        if (!File.Exists(program))
        {
            log($"installing Node.js {version} (npm install {package}@{version})");
            Directory.CreateDirectory(folder);
            await InstallAsync(
                ["install", "--prefix", folder, "--no-save", "--no-audit", "--no-fund", $"{package}@{version}"],
                $"Node.js {version}");
        }

        return new NodeRuntime(await VersionOfAsync(program, folder), program);
    }

    // What npm left of an installation that was broken off is there, and does not run.
    private async Task<string> VersionOfAsync(string program, string folder)
    {
        string problem;
        try
        {
            var (exitCode, output, error) = await RunAsync(program, ["--version"]);
            if (exitCode == 0 && output.Trim() is ['v', .. var version] && Version.TryParse(version, out _))
                return version;
            problem = LastLineOf(output + error);
        }
        catch (Win32Exception exception)
        {
            problem = exception.Message;
        }

        throw new ProgramMissingException($"{program} does not run ({problem}): delete {folder} to install it again");
    }

    /// <summary>npm's name of Node.js for this machine.</summary>
    internal static string PackageName()
    {
        var system = IsWindows ? "win" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        return $"node-{system}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
    }

    private async Task InstallAsync(string[] arguments, string what)
    {
        try
        {
            var (exitCode, output, error) = IsWindows && npm == Npm
                ? await RunAsync("cmd", ["/c", npm, .. arguments])
                : await RunAsync(npm, arguments);
            if (exitCode != 0)
            {
                throw new ProgramMissingException(
                    $"npm could not install {what}: {LastLineOf(error + output)} (npm {string.Join(' ', arguments)})");
            }
        }
        catch (Win32Exception exception)
        {
            throw new ProgramMissingException(
                "npm is missing: install Node.js, which brings it (any version; the measured ones are fetched)",
                exception);
        }
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(string program, string[] arguments) =>
        ForeignProcess.RunAsync(
            new ProcessStartInfo(program, arguments) { WorkingDirectory = application }, null, cancellation);

    private static string LastLineOf(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .LastOrDefault(line => !line.Contains("complete log", StringComparison.Ordinal)) ?? "no reason given";
}

/// <summary>A Node.js that is there.</summary>
/// <param name="Version">Its version, such as <c>14.0.0</c>.</param>
/// <param name="Program">Its program.</param>
internal sealed record NodeRuntime(string Version, string Program);
