using ContextBench.Measurement.Engines;

namespace ContextBench.Measurement.Runs;

/// <summary>
/// Measures a run: launch after launch, tier after tier, every observation on disk before the next launch starts.
/// </summary>
/// <param name="engine">Measures a launch.</param>
public sealed class Runner(IEngine engine)
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
            await RunLaunchAsync(plan, tier, launch, directory, report, cancellation);
    }

    /// <summary>Runs one launch.</summary>
    /// <param name="plan">The run.</param>
    /// <param name="tier">One of its tiers.</param>
    /// <param name="launch">The launch's number, from 1.</param>
    /// <param name="directory">Where observations go.</param>
    /// <param name="report">Takes progress.</param>
    /// <param name="cancellation">Ends the run; what was finished stays.</param>
    /// <exception cref="InvalidRunException">It was the third to fail, one after the other.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task RunLaunchAsync(
        RunPlan plan, TierPlan tier, int launch, RunDirectory directory, Action<RunProgress> report,
        CancellationToken cancellation)
    {
        var record = await engine.RunLaunchAsync(plan, tier, launch, directory, report, cancellation);
        _faultsInARow = record.Fault is null ? 0 : _faultsInARow + 1;
        if (_faultsInARow == MostFaultsInARow)
            throw new InvalidRunException(
                $"{MostFaultsInARow} launches failed one after the other; the last one: {record.Fault}");
    }
}
