using System.CommandLine;
using ContextBench.Analysis.Comparisons;
using ContextBench.Cli.Options;
using ContextBench.Cli.Precision;
using ContextBench.Cli.Progress;
using ContextBench.Measurement.Engines;
using ContextBench.Measurement.Machine;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Records;
using ContextBench.Measurement.Runs;

namespace ContextBench.Cli.Commands;

/// <summary><c>run</c>: measures, then reports.</summary>
/// <param name="options">The options.</param>
/// <param name="output">Takes the table.</param>
/// <param name="error">Takes progress and diagnostics.</param>
internal sealed class RunCommand(RunOptions options, TextWriter output, TextWriter error)
{
    private readonly RepositoryLayout _layout = RepositoryLayout.Find(AppContext.BaseDirectory);

    private RunDirectory? _directory;

    public Task<int> RunAsync(ParseResult result) => Interruption.RunAsync(
        error, () => Interruption.Saved(_directory?.Path), cancellation => ExecuteAsync(result, cancellation));

    private async Task<int> ExecuteAsync(ParseResult result, CancellationToken cancellation)
    {
        var planner = new RunPlanner(options);
        var plan = planner.Plan(result, CommonOptions.DrawSeed);
        var micro = result.GetValue(options.NoMicro) || LoadPlanner.ReasonForKestrelAlone(plan.Load) is not null
            ? null
            : planner.ProfileOf(result).Micro;
        var pinning = ProcessorPlan.For(Processor.Allowed());
        var environment = EnvironmentManifest.Observe(
            plan, pinning, GitCommit.Describe(_layout.Root), TimeProvider.System);
        _layout.RequirePrograms();
        var programs = _layout.MeasuredPrograms();
        MeasuredEnvironment.Say(error);
        var engine = new EngineCatalogue(_layout).Of(plan.Load.Engine, pinning);
        await engine.RequireAsync(cancellation);
        var runner = new Runner(engine, programs);
        CheckPrecision(environment);
        var directory = _directory = new RunFolder(_layout).Create(result.GetValue(options.Output), environment);
        GitCommit.Warn(environment.Commit, error);
        error.WriteLine($"run-bench: profile {plan.Profile}, seed {plan.Seed}, observations in {directory.Path}");

        string? invalid = null;
        await ProgressDisplay.RunAsync(error, async display =>
        {
            var clock = new RunClock(plan, micro?.Seconds ?? 0, TimeProvider.System);
            invalid = await MeasureAsync(runner, environment, directory, display, clock, cancellation)
                ?? (micro is null
                    ? null
                    : await RunMicroAsync(
                        ["--set", micro.Set, "--study", plan.Study.Name], pinning, directory, display, clock,
                        cancellation));
            cancellation.ThrowIfCancellationRequested();
        });

        var report = ReportCommand.Write(
            directory, $"report.md, comparisons.json and comparisons.csv are in {directory.Path}", output, error);
        if (invalid is not null)
            error.WriteLine($"run-bench: invalid: {invalid}");
        return invalid is not null || report.IsInvalid ? ExitCode.Invalid : ExitCode.Done;
    }

    private void CheckPrecision(EnvironmentManifest environment)
    {
        if (environment.Plan.PrecisionPercent is not { } percent)
            return;

        var tier = environment.Plan.Tiers[^1].Tier;
        var reached = PrecisionHistory.Narrowest(_layout, environment, tier, new SkippedPlaces(error).Say);
        if (new PrecisionGoal(percent).Check(reached) is { } note)
            error.WriteLine($"run-bench: {note}");
    }

    private static async Task<string?> MeasureAsync(
        Runner runner, EnvironmentManifest environment, RunDirectory directory, IProgressDisplay display,
        RunClock clock, CancellationToken cancellation)
    {
        var progress = new LaunchProgress(display, clock, tier => tier.Tier);
        try
        {
            if (environment.Plan.Load.OpenLoop is { RatePerSecond: null } openLoop)
                environment = await AtHalfOfSaturationAsync(openLoop);

            clock.Start();
            await runner.RunAsync(environment.Plan, directory, progress.Report, cancellation);
            if (environment.Plan.PrecisionPercent is { } percent)
            {
                var plan = AfterPilot(environment, new PrecisionGoal(percent), directory);
                var (pilot, tier) = (environment.Plan.Tiers[^1], plan.Tiers[^1]);
                clock.AddLaunches(tier.Tier, tier.Launches - pilot.Launches);
                await runner.RunFromAsync(
                    new PlannedLaunch(plan, tier, pilot.Launches + 1, directory, progress.Report), cancellation);
            }

            return null;
        }
        catch (InvalidRunException exception)
        {
            return exception.Message;
        }

        // Found, and written down, before the first launch is measured.
        async Task<EnvironmentManifest> AtHalfOfSaturationAsync(OpenLoopPlan openLoop)
        {
            display.Show(clock.State("finding what the server can take"), isMilestone: false);
            var rate = await new SaturationSearch(runner, environment).HalfAsync(directory, cancellation);
            display.Show(
                clock.State(FormattableString.Invariant($"rate: {rate:0} requests/s, half of what it can take")),
                isMilestone: true);
            var plan = environment.Plan;
            var found = environment with
            {
                Plan = plan with { Load = plan.Load with { OpenLoop = openLoop with { RatePerSecond = rate } } },
            };
            directory.WriteEnvironment(found);
            return found;
        }
    }

    // The number of launches is written down before the first of them is measured.
    private static RunPlan AfterPilot(EnvironmentManifest environment, PrecisionGoal goal, RunDirectory directory)
    {
        var pilot = RunAnalysis.Of(environment, directory.ReadObservations()).Tiers[^1];
        var plan = environment.Plan with
        {
            Tiers =
            [
                .. environment.Plan.Tiers.SkipLast(1),
                environment.Plan.Tiers[^1] with { Launches = goal.LaunchesAfter(pilot) },
            ],
        };
        directory.WriteEnvironment(environment with { Plan = plan });
        return plan;
    }

    private async Task<string?> RunMicroAsync(
        string[] arguments, ProcessorPlan pinning, RunDirectory directory, IProgressDisplay display, RunClock clock,
        CancellationToken cancellation)
    {
        Directory.CreateDirectory(directory.MicroDirectory);
        var log = Path.Combine(directory.MicroDirectory, "console.log");
        display.Show(clock.State("micro-benchmarks"), isMilestone: false);
        var exitCode = await new MicroProcess(_layout, pinning).RunAsync(
            [.. arguments, "--artifacts", directory.MicroDirectory], log, cancellation);
        clock.EndMicro();
        display.Show(clock.State("micro-benchmarks: finished"), isMilestone: true);
        return exitCode == 0 ? null : $"the micro-benchmarks failed with exit code {exitCode}; see {log}";
    }
}
