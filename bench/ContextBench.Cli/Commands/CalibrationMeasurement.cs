using ContextBench.Cli.Calibrations;

namespace ContextBench.Cli.Commands;

/// <summary>What <c>calibrate</c> measures: a pilot of each tier, then its runs, then allocated bytes alone.</summary>
/// <param name="session">The session.</param>
/// <param name="planner">Plans each run.</param>
/// <param name="tiers">The tiers' names.</param>
/// <param name="runs">Runs a tier.</param>
internal sealed class CalibrationMeasurement(
    MeasuringSession session, CalibrationPlanner planner, IReadOnlyList<string> tiers, int runs)
{
    // What the collector is paid is cross-checked where there are server processes to part.
    private readonly Residency[] _residencies =
        tiers.Contains("kestrel") ? [Residency.Together, Residency.Apart] : [];

    /// <summary>Measures it.</summary>
    /// <returns>Its folder.</returns>
    public async Task<string> RunAsync()
    {
        var root = session.BeginSeveral(planner.Pilot(tiers[0]), $"seed {session.Seed}", "-calibration");
        var clock = new RunClock(
        [
            .. tiers.Select(planner.TierOf).Select(tier => tier with { Launches = tier.Launches * runs }),
            .. _residencies.Select(residency => planner.Bytes(residency).Tiers[0]),
        ]);
        await session.MeasureAsync(clock, async progress =>
        {
            var pilots = new Dictionary<string, CalibrationPilot>();
            foreach (var tier in tiers)
                pilots[tier] = await RunPilotAsync(tier, root, progress);

            clock.Start();
            await RunAllAsync(pilots, root, progress);
            return null;
        });
        return root;
    }

    // Tiers take turns run by run, so that none has the quiet minutes to itself.
    private async Task RunAllAsync(
        Dictionary<string, CalibrationPilot> pilots, string root, LaunchProgress progress)
    {
        for (var run = 1; run <= runs; run++)
        {
            foreach (var tier in tiers)
            {
                await RunAsync(
                    planner.Run(tier, run, pilots[tier]), Calibration.FolderOf(root, tier, run),
                    progress.Of($"{tier} run {run} of {runs},"));
                if (run >= Calibration.FewestRuns)
                    session.Saved = MeasuringSession.Reportable(root);
            }
        }

        foreach (var residency in _residencies)
        {
            await RunAsync(
                planner.Bytes(residency), Calibration.FolderOf(root, residency),
                progress.Of($"allocated bytes {residency.ToString().ToLowerInvariant()},"));
        }
    }

    private async Task<CalibrationPilot> RunPilotAsync(string tier, string root, LaunchProgress progress)
    {
        progress.Begins($"{tier}: finding what a request costs");
        var measured = await RunAsync(planner.Pilot(tier), Path.Combine(root, "pilot", tier), _ => { });
        var pilot = CalibrationPilot.From(measured.ReadObservations());
        progress.Ends($"{tier}: {pilot.BaselineUs:0.##} µs without an injected cost");
        return pilot;
    }

    private async Task<RunDirectory> RunAsync(RunPlan plan, string path, Action<RunProgress> report)
    {
        var folder = RunFolder.CreateAt(path, session.Observe(plan));
        await session.RunnerOf().RunAsync(plan, folder, report, session.Cancellation);
        return folder;
    }
}
