namespace ContextBench.Cli.Reproduction;

/// <summary>
/// Finds a runtime's extra work for each point: short launches of the baseline and its control, every one a run of its
/// own on disk.
/// </summary>
/// <param name="session">The session.</param>
/// <param name="runtime">The runtime.</param>
/// <param name="root">The folder for its runs.</param>
internal sealed class OperatingPointSearch(MeasuringSession session, ReproducedRuntime runtime, string root)
{
    private const double Seconds = 2;

    private readonly Runner _runner = session.RunnerOf(session.Engines.Paired(runtime.Server));
    private double? _bareUs;
    private int _trials;

    /// <summary>Finds it.</summary>
    /// <param name="point">The point.</param>
    /// <param name="plan">The run's plan, without extra work.</param>
    /// <returns>The extra work, in µs.</returns>
    /// <exception cref="InvalidRunException">A launch failed, or a request is too expensive already.</exception>
    public async Task<double> FindAsync(ReproductionPoint point, RunPlan plan)
    {
        if (point.BaselineCpuUs is not { } targetUs)
            return 0;

        _bareUs ??= await MeasureAsync(0);
        return (await OperatingPoint.FindAsync(targetUs, _bareUs.Value, MeasureAsync)).WorkUs;

        async Task<double> MeasureAsync(double workUs)
        {
            var trial = plan with
            {
                Tiers = [runtime.Tier(launches: 1, Seconds)],
                Workload = plan.Workload with { WorkMicroseconds = workUs },
                Seed = plan.Seed + _trials, // a fresh launch each time
                Point = null,
            };
            var launch = await Trial.RunAsync(
                $"the calibration of {runtime.FolderName}", runtime.Observe(session, trial),
                Path.Combine(root, $"trial-{++_trials}"), _runner, session.Cancellation);
            return (double)launch.SliceCpuNs!.Value / launch.Operations / 1e3;
        }
    }
}
