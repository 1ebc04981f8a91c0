using System.CommandLine;
using ContextBench.Cli.Options;
using ContextBench.Cli.Precision;
using ContextBench.Cli.Progress;
using ContextBench.Measurement.Engines;
using ContextBench.Measurement.Machine;
using ContextBench.Measurement.Runs;
using ContextBench.Reporting;
using ContextBench.Reporting.Analysis;

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
        var micro = result.GetValue(options.NoMicro) || LoadPlanner.ReasonForKestrelAlone(plan.Load) is not null
            ? null
            : planner.ProfileOf(result).Micro;
        var pinning = ProcessorPlan.For(Processor.Allowed());
        var environment = EnvironmentManifest.Observe(
            plan, pinning, GitCommit.Describe(_layout.Root), TimeProvider.System);
        _layout.RequirePrograms();
        using var interruption = new Interruption();
        var engine = new EngineCatalogue(_layout).Of(plan.Load.Engine, pinning);
        await engine.RequireAsync(interruption.Token);
        CheckPrecision(environment);
        var directory = new RunFolder(_layout).Create(result.GetValue(options.Output), environment);
        error.WriteLine($"run-bench: profile {plan.Profile}, seed {plan.Seed}, observations in {directory.Path}");

        string? invalid = null;
        try
        {
            await ProgressDisplay.RunAsync(error, async display =>
            {
                var clock = new RunClock(plan, micro?.Seconds ?? 0, TimeProvider.System);
                invalid = await MeasureAsync(engine, environment, directory, display, clock, interruption.Token)
                    ?? await RunMicroAsync(micro?.Set, pinning, directory, display, clock, interruption.Token);
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

    private void CheckPrecision(EnvironmentManifest environment)
    {
        if (environment.Plan.PrecisionPercent is not { } percent)
            return;

        var tier = environment.Plan.Tiers[^1].Tier;
        if (new PrecisionGoal(percent).Check(PrecisionHistory.Narrowest(_layout, environment, tier)) is { } note)
            error.WriteLine($"run-bench: {note}");
    }

    private static async Task<string?> MeasureAsync(
        IEngine engine, EnvironmentManifest environment, RunDirectory directory, IProgressDisplay display,
        RunClock clock, CancellationToken cancellation)
    {
        var runner = new Runner(engine);
        var progress = new LaunchProgress(display, clock, tier => tier.Tier);
        try
        {
            environment = await AtRateAsync(engine, environment, directory, cancellation);
            await runner.RunAsync(environment.Plan, directory, progress.Report, cancellation);
            if (environment.Plan.PrecisionPercent is { } percent)
            {
                var plan = AfterPilot(environment, new PrecisionGoal(percent), directory);
                var (pilot, tier) = (environment.Plan.Tiers[^1], plan.Tiers[^1]);
                clock.AddLaunches(tier.Tier, tier.Launches - pilot.Launches);
                await runner.RunTierAsync(
                    plan, tier, pilot.Launches + 1, directory, progress.Report, cancellation);
            }

            return null;
        }
        catch (InvalidRunException exception)
        {
            return exception.Message;
        }
    }

    // Half of what the server can take is found, and written down, before the first launch is measured.
    private static async Task<EnvironmentManifest> AtRateAsync(
        IEngine engine, EnvironmentManifest environment, RunDirectory directory, CancellationToken cancellation)
    {
        if (environment.Plan.Load.OpenLoop is not { RatePerSecond: null } openLoop)
            return environment;

        var rate = await new SaturationSearch(engine, environment).HalfAsync(directory, cancellation);
        var found = environment with
        {
            Plan = environment.Plan with
            {
                Load = environment.Plan.Load with { OpenLoop = openLoop with { RatePerSecond = rate } },
            },
        };
        directory.WriteEnvironment(found);
        return found;
    }

    // The number of launches is written down before the first of them is measured.
    private static RunPlan AfterPilot(EnvironmentManifest environment, PrecisionGoal goal, RunDirectory directory)
    {
        var pilot = RunAnalysis.Of(environment, directory.ReadObservations(), MicroReport.None).Tiers[^1];
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
}
