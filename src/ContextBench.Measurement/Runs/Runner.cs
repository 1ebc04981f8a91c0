using ContextBench.Measurement.Launches;
using ContextBench.Measurement.Machine;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Tiers;

namespace ContextBench.Measurement.Runs;

/// <summary>
/// Measures a run: launch after launch, tier after tier, every observation on disk before the next launch starts.
/// </summary>
/// <param name="launchProcess">How a launch is started.</param>
/// <param name="server">The server under test.</param>
/// <param name="processors">Which process runs where.</param>
public sealed class Runner(LaunchProcess launchProcess, ServerProgram server, ProcessorPlan processors)
{
    /// <summary>Launches that may fail one after the other before the run is given up.</summary>
    public const int MostFaultsInARow = 3;

    private int _faultsInARow;

    /// <summary>Runs all launches of all tiers.</summary>
    /// <param name="plan">The run.</param>
    /// <param name="directory">Where observations go.</param>
    /// <param name="report">Takes progress.</param>
    /// <param name="cancellation">Ends the run; what was finished stays.</param>
    /// <exception cref="InvalidRunException">Three launches failed one after the other.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task RunAsync(
        RunPlan plan, RunDirectory directory, Action<RunProgress> report, CancellationToken cancellation)
    {
        foreach (var tier in plan.Tiers)
            await RunTierAsync(plan, tier, firstLaunch: 1, directory, report, cancellation);
    }

    /// <summary>Runs the launches of one tier, from one of them on.</summary>
    /// <param name="plan">The run.</param>
    /// <param name="tier">One of its tiers.</param>
    /// <param name="firstLaunch">The number of the first launch to run, from 1.</param>
    /// <param name="directory">Where observations go.</param>
    /// <param name="report">Takes progress.</param>
    /// <param name="cancellation">Ends the run; what was finished stays.</param>
    /// <exception cref="InvalidRunException">Three launches failed one after the other.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task RunTierAsync(
        RunPlan plan, TierPlan tier, int firstLaunch, RunDirectory directory, Action<RunProgress> report,
        CancellationToken cancellation)
    {
        for (var launch = firstLaunch; launch <= tier.Launches; launch++)
        {
            var record = await RunLaunchAsync(plan, tier, launch, directory, report, cancellation);
            _faultsInARow = record.Fault is null ? 0 : _faultsInARow + 1;
            if (_faultsInARow == MostFaultsInARow)
                throw new InvalidRunException(
                    $"{MostFaultsInARow} launches failed one after the other; the last one: {record.Fault}");
        }
    }

    /// <summary>Runs one launch; all that it observed is on disk when it has ended.</summary>
    /// <param name="plan">The run.</param>
    /// <param name="tier">One of its tiers.</param>
    /// <param name="launch">The launch's number, from 1.</param>
    /// <param name="directory">Where observations go.</param>
    /// <param name="report">Takes progress.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The launch's own record, with its fault if it has one.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<LaunchObservation> RunLaunchAsync(
        RunPlan plan, TierPlan tier, int launch, RunDirectory directory, Action<RunProgress> report,
        CancellationToken cancellation)
    {
        var isServer = TierCatalogue.Get(tier.Tier).IsServer;
        var consoleFile = plan.Workload.Sink == Handlers.SinkKind.Console ? Path.GetTempFileName() : null;
        try
        {
            var launchPlan = new LaunchPlan
            {
                Tier = tier.Tier,
                Launch = launch,
                Seed = SeedOf(plan, tier, launch),
                Variants = plan.Variants,
                Workload = plan.Workload,
                SliceOperations = tier.SliceOperations,
                Connections = tier.Connections,
                MeasureSeconds = tier.MeasureSeconds,
                MostWarmUpSeconds = tier.MostWarmUpSeconds,
                Residency = plan.Load.Residency,
                OpenLoop = plan.Load.OpenLoop,
                Server = isServer ? server : null,
                ServerProcessor = isServer ? processors.UnderTest : null,
                ConsoleFile = consoleFile,
            };
            var record = await launchProcess.RunAsync(
                launchPlan,
                isServer ? processors.Generator : processors.UnderTest,
                (line, observation) =>
                {
                    if (observation is ProgressObservation progress)
                        report(new RunProgress(tier, launch, progress.Phase, Fault: null));
                    else
                        directory.Append(line);
                },
                cancellation);
            directory.Append(ObservationJson.Write<Observation>(record));
            report(new RunProgress(tier, launch, Phase: null, record.Fault));
            return record;
        }
        finally
        {
            if (consoleFile is not null)
                File.Delete(consoleFile);
        }
    }

    // Distinct for every launch of every tier, and the same again for the same seed.
    private static int SeedOf(RunPlan plan, TierPlan tier, int launch)
    {
        var place = TierCatalogue.All.ToList().FindIndex(known => known.Name == tier.Tier);
        return unchecked((plan.Seed * 1_000_003) + (place * 10_007) + launch);
    }
}
