using ContextBench.Measurement.Engines;
using ContextBench.Measurement.Records;

namespace ContextBench.Measurement.Runs;

/// <summary>
/// Measures a run: launch after launch, tier after tier, every observation on disk before the next launch starts.
/// </summary>
/// <param name="engine">Measures a launch.</param>
/// <param name="programs">What it measures; a run is given up when they change.</param>
public sealed class Runner(IEngine engine, MeasuredPrograms programs)
{
    /// <summary>Launches that may fail one after the other before the run is given up.</summary>
    public const int MostFaultsInARow = 3;

    private int _faultsInARow;

    /// <summary>Runs all launches of all tiers.</summary>
    /// <param name="plan">The run.</param>
    /// <param name="directory">Where observations go.</param>
    /// <param name="report">Takes progress.</param>
    /// <param name="cancellation">Ends the run; what was finished stays.</param>
    /// <exception cref="InvalidRunException">
    /// Three launches failed one after the other, or the programs were rebuilt.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task RunAsync(
        RunPlan plan, RunDirectory directory, Action<RunProgress> report, CancellationToken cancellation)
    {
        foreach (var tier in plan.Tiers)
            await RunFromAsync(new PlannedLaunch(new LaunchPlan(plan, tier, 1), directory, report), cancellation);
    }

    /// <summary>Runs a launch, and all that come after it on its tier.</summary>
    /// <param name="first">The first launch to run.</param>
    /// <param name="cancellation">Ends the run; what was finished stays.</param>
    /// <exception cref="InvalidRunException">
    /// Three launches failed one after the other, or the programs were rebuilt.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task RunFromAsync(PlannedLaunch first, CancellationToken cancellation)
    {
        for (var number = first.Plan.Launch; number <= first.Plan.Tier.Launches; number++)
            await RunLaunchAsync(first with { Plan = first.Plan with { Launch = number } }, cancellation);
    }

    /// <summary>Runs one launch.</summary>
    /// <param name="launch">The launch.</param>
    /// <param name="cancellation">Ends the run; what was finished stays.</param>
    /// <returns>The launch's own record, with its fault if it has one.</returns>
    /// <exception cref="InvalidRunException">
    /// It was the third to fail, one after the other, or the programs were rebuilt before it ended: it does not count.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<LaunchObservation> RunLaunchAsync(PlannedLaunch launch, CancellationToken cancellation)
    {
        if (programs.HaveChanged())
            throw new InvalidRunException(MeasuredPrograms.Rebuilt);

        var record = await engine.RunLaunchAsync(launch, cancellation);
        var isRebuilt = programs.HaveChanged();
        if (isRebuilt)
            record = LaunchObservation.Of(launch.Plan) with { Fault = MeasuredPrograms.Rebuilt };
        launch.Directory.Append(ObservationJson.Write<Observation>(record));
        launch.Report(new RunProgress(launch.Plan.Tier, launch.Plan.Launch, Phase: null, record.Fault));
        if (isRebuilt)
            throw new InvalidRunException(MeasuredPrograms.Rebuilt);

        _faultsInARow = record.Fault is null ? 0 : _faultsInARow + 1;
        return _faultsInARow < MostFaultsInARow
            ? record
            : throw new InvalidRunException(
                $"{MostFaultsInARow} launches failed one after the other; the last one: {record.Fault}");
    }
}
