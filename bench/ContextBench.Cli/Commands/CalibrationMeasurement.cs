using ContextBench.Cli.Calibrations;

namespace ContextBench.Cli.Commands;

/// <summary>What <c>calibrate</c> measures: a pilot of each tier, then its runs, then allocated bytes alone.</summary>
/// <param name="session">The session.</param>
/// <param name="planner">Plans each run.</param>
/// <param name="tiers">The tiers' names.</param>
/// <param name="runs">Runs a tier.</param>
/// <param name="root">The calibration's folder.</param>
internal sealed class CalibrationMeasurement(
    MeasuringSession session, CalibrationPlanner planner, IReadOnlyList<string> tiers, int runs, string root)
{
    /// <summary>Measures it; tiers take turns run by run, so that none has the quiet minutes to itself.</summary>
    /// <param name="display">Shows progress.</param>
    public async Task RunAsync(IProgressDisplay display)
    {
        var clock = Clock();
        var pilots = new Dictionary<string, CalibrationPilot>();
        foreach (var tier in tiers)
            pilots[tier] = await RunPilotAsync(tier, display, clock);

        (session.Saved, session.IsReportable) = (root, false);
        clock.Start();
        for (var run = 1; run <= runs; run++)
        {
            foreach (var tier in tiers)
            {
                await RunAsync(
                    planner.Run(tier, run, pilots[tier]), Calibration.FolderOf(root, tier, run),
                    ProgressOf($"{tier} run {run} of {runs},"));
                session.IsReportable = run >= Calibration.FewestRuns;
            }
        }

        foreach (var residency in Residencies())
        {
            await RunAsync(
                planner.Bytes(residency), Calibration.FolderOf(root, residency),
                ProgressOf($"allocated bytes {residency.ToString().ToLowerInvariant()},"));
        }

        Action<RunProgress> ProgressOf(string name) => new LaunchProgress(display, clock, _ => name).Report;
    }

    private async Task<CalibrationPilot> RunPilotAsync(string tier, IProgressDisplay display, RunClock clock)
    {
        display.Show(clock.State($"{tier}: finding what a request costs"), isMilestone: false);
        var measured = await RunAsync(planner.Pilot(tier), Path.Combine(root, "pilot", tier), _ => { });
        var pilot = CalibrationPilot.From(measured.ReadObservations());
        display.Show(
            clock.State($"{tier}: {pilot.BaselineUs:0.##} µs without an injected cost"),
            isMilestone: true);
        return pilot;
    }

    private async Task<RunDirectory> RunAsync(RunPlan plan, string path, Action<RunProgress> report)
    {
        var folder = RunFolder.CreateAt(path, session.Observe(plan));
        await session.RunnerOf().RunAsync(plan, folder, report, session.Cancellation);
        return folder;
    }

    // What the collector is paid is cross-checked where there are server processes to part.
    private Residency[] Residencies() =>
        tiers.Contains("kestrel") ? [Residency.Together, Residency.Apart] : [];

    private RunClock Clock()
    {
        var ofBytes = Residencies().Sum(residency => planner.Bytes(residency).Tiers[0].Launches);
        return new RunClock(
            planner.Pilot(tiers[0]) with
            {
                Tiers =
                [
                    .. tiers.Select(planner.TierOf).Select(tier => tier with
                    {
                        Launches = (tier.Launches * runs) + (tier.Tier == "kestrel" ? ofBytes : 0),
                    }),
                ],
            },
            microSeconds: 0, TimeProvider.System);
    }
}
