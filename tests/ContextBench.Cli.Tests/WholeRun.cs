using ContextBench.Measurement.Records;

namespace ContextBench.Cli.Tests;

/// <summary>
/// One run of all tiers, in an environment full of what has to be kept from measured processes and of what has to reach
/// them. Several tests look at it, each at another side.
/// </summary>
public sealed class WholeRun : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("contextbench").FullName;
    private readonly Lazy<Task<Ended>> _ended;

    public WholeRun() => _ended = new Lazy<Task<Ended>>(RunAsync);

    /// <summary>Variables that attach other code.</summary>
    public static IReadOnlyDictionary<string, string> Attached { get; } = new Dictionary<string, string>
    {
        ["CORECLR_ENABLE_PROFILING"] = "0",
        ["LD_PRELOAD"] = "no-such-library.so", // the loader says so, and goes on
        ["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = "NoSuchAssembly",
        ["NODE_OPTIONS"] = "--no-warnings",
    };

    // Any application that reads them refuses to start.
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["ASPNETCORE_work-speed"] = "none",
        ["ASPNETCORE_URLS"] = "http://127.0.0.1:1",
        ["DOTNET_work-speed"] = "none",
        ["DOTNET_URLS"] = "http://127.0.0.1:1",
    };

    private static readonly Dictionary<string, string> OfTheRuntime = new()
    {
        ["DOTNET_TieredPGO"] = "1",
        ["DOTNET_gcServer"] = "1",
    };

    /// <summary>Waits for its end; the first who asks starts it.</summary>
    public Task<Ended> EndedAsync() => _ended.Value;

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    private async Task<Ended> RunAsync()
    {
        var folder = Path.Combine(_parent, "run");
        using var cli = new CliProcess(
            new Dictionary<string, string>([.. Attached, .. Settings, .. OfTheRuntime]),
            "run", "--profile", "rehearsal", "--variants", "async-local", "--sink", "console", "--output", folder);
        var end = cli.EndAsync();
        var measured = new Dictionary<int, MeasuredProcess>();
        while (OperatingSystem.IsLinux() && !end.IsCompleted)
        {
            foreach (var process in cli.MeasuredProcesses())
                measured.TryAdd(process.Id, process);
            await Task.WhenAny(end, Task.Delay(20));
        }

        var (exitCode, output) = await end;
        return new Ended(exitCode, output, cli.Error, new RunDirectory(folder), [.. measured.Values]);
    }

    /// <summary>The run after its end.</summary>
    /// <param name="ExitCode">Its exit code.</param>
    /// <param name="Output">What it wrote to standard output.</param>
    /// <param name="Error">What it wrote to standard error.</param>
    /// <param name="Directory">Its folder.</param>
    /// <param name="Measured">The launches and servers that were seen while it ran; none but on Linux.</param>
    public sealed record Ended(
        int ExitCode, string Output, string Error, RunDirectory Directory, IReadOnlyList<MeasuredProcess> Measured);
}
