using System.CommandLine;
using System.Globalization;
using ContextBench.Cli.Options;
using ContextBench.Cli.Progress;
using ContextBench.Measurement.Machine;
using ContextBench.Measurement.Runs;

namespace ContextBench.Cli.Commands;

/// <summary><c>run</c>: measures, then reports.</summary>
/// <param name="options">The options.</param>
/// <param name="output">Takes the table.</param>
/// <param name="error">Takes progress and diagnostics.</param>
internal sealed class RunCommand(RunOptions options, TextWriter output, TextWriter error)
{
    private readonly RepositoryLayout _layout = RepositoryLayout.Find(AppContext.BaseDirectory);

    public async Task<int> RunAsync(ParseResult result)
    {
        var planner = new RunPlanner(options);
        var plan = planner.Plan(result, () => Random.Shared.Next(1, 1_000_000));
        var microSet = result.GetValue(options.NoMicro) ? null : planner.ProfileOf(result).MicroSet;
        var pinning = ProcessorPlan.For(Processor.Allowed());
        var environment = EnvironmentManifest.Observe(
            plan, pinning, GitCommit.Describe(_layout.Root), TimeProvider.System);
        _layout.RequirePrograms();
        var directory = CreateDirectory(result.GetValue(options.Output), environment);
        error.WriteLine($"run-bench: profile {plan.Profile}, seed {plan.Seed}, observations in {directory.Path}");

        using var interruption = new Interruption();
        string? invalid = null;
        try
        {
            await WithDisplayAsync(async display =>
            {
                var clock = new RunClock(plan, microSet is not null, TimeProvider.System);
                invalid = await MeasureAsync(plan, pinning, directory, display, clock, interruption.Token)
                    ?? await RunMicroAsync(microSet, pinning, directory, display, clock, interruption.Token);
                interruption.Token.ThrowIfCancellationRequested();
            });
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            error.WriteLine(
                "run-bench: interrupted; every finished launch is saved, " +
                $"'./run-bench.sh report {directory.Path}' reports them");
            return interruption.ExitCode;
        }

        var report = ReportCommand.Write(directory, output);
        error.WriteLine($"run-bench: report.md, comparisons.json and comparisons.csv are in {directory.Path}");
        if (invalid is not null)
            error.WriteLine($"run-bench: invalid: {invalid}");
        return invalid is not null || report.IsInvalid ? ExitCode.Invalid : ExitCode.Done;
    }

    private async Task<string?> MeasureAsync(
        RunPlan plan, ProcessorPlan pinning, RunDirectory directory, IProgressDisplay display, RunClock clock,
        CancellationToken cancellation)
    {
        var launches = new LaunchProcess(_layout.CliAssembly, [LaunchCommand.Name]);
        try
        {
            await new Runner(launches, _layout.ServerAssembly, pinning).RunAsync(plan, directory, Report, cancellation);
            return null;
        }
        catch (InvalidRunException exception)
        {
            return exception.Message;
        }

        void Report(RunProgress progress)
        {
            var launch = $"{progress.Tier.Tier} launch {progress.Launch} of {progress.Tier.Launches}";
            if (progress.Phase is { } phase)
            {
                display.Show(clock.State($"{launch}: {phase.ToString().ToLowerInvariant()}"), isMilestone: false);
                return;
            }

            clock.EndLaunch(progress.Tier.Tier);
            display.Show(
                clock.State(
                    progress.Fault is null ? $"{launch}: finished" : $"{launch}: not counted: {progress.Fault}"),
                isMilestone: true);
        }
    }

    private async Task<string?> RunMicroAsync(
        string? set, ProcessorPlan pinning, RunDirectory directory, IProgressDisplay display, RunClock clock,
        CancellationToken cancellation)
    {
        if (set is null)
            return null;

        Directory.CreateDirectory(directory.MicroDirectory);
        var log = Path.Combine(directory.MicroDirectory, "console.log");
        display.Show(clock.State("micro-benchmarks"), isMilestone: false);
        var exitCode = await new MicroProcess(_layout, pinning).RunAsync(
            ["--set", set, "--artifacts", directory.MicroDirectory], log, cancellation);
        clock.EndMicro();
        display.Show(clock.State("micro-benchmarks: finished"), isMilestone: true);
        return exitCode == 0 ? null : $"the micro-benchmarks failed with exit code {exitCode}; see {log}";
    }

    private Task WithDisplayAsync(Func<IProgressDisplay, Task> work) => Console.IsErrorRedirected
        ? work(new PlainProgress(error))
        : TerminalProgress.RunAsync(error, work);

    private RunDirectory CreateDirectory(string? asked, EnvironmentManifest environment)
    {
        if (asked?.Length == 0)
            throw new UsageException("--output names no folder");

        var directory = new RunDirectory(Path.GetFullPath(asked ?? NewFolder(environment)));
        try
        {
            directory.Create();
            directory.WriteEnvironment(environment);
            return directory;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"the folder {directory.Path} cannot be used: {exception.Message} (--output DIR)");
        }
    }

    private string NewFolder(EnvironmentManifest environment)
    {
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"{environment.StartedAt:yyyy-MM-dd}-{environment.MachineName()}-" +
            $"{environment.Commit?.TrimEnd('+') ?? "unknown"}");
        return Enumerable.Range(1, int.MaxValue)
            .Select(number => Path.Combine(_layout.LocalResults, number == 1 ? name : $"{name}-{number}"))
            .First(folder => !Directory.Exists(folder));
    }
}
