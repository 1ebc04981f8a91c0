namespace ContextBench.Measurement.Launches;

/// <summary>Runs rounds of an open loop: in each a window of every variant, in balanced random order.</summary>
/// <remarks>
/// A window is a second or more, since a queue has to have time to build up; it has drained before the next one starts,
/// so that no variant waits behind the requests of another.
/// </remarks>
/// <param name="plan">What to do.</param>
/// <param name="load">Its open loop.</param>
/// <param name="target">The process under test.</param>
/// <param name="observe">Takes each window as soon as it is complete.</param>
/// <exception cref="ArgumentException">
/// The rate has not been found yet, or the target takes no requests at a rate.
/// </exception>
internal sealed class OpenLoopPhase(LaunchPlan plan, OpenLoopPlan load, ITarget target, Action<Observation> observe)
{
    private const double RoundingOfSeconds = 1e-6; // three windows of 0.1 s fit into 0.3 s

    private readonly IOpenLoop _target = target as IOpenLoop
        ?? throw new ArgumentException("an open loop needs a target with connections", nameof(target));
    private readonly double _ratePerSecond = load.RatePerSecond
        ?? throw new ArgumentException("an open loop has its rate before a launch starts", nameof(load));
    private readonly bool _hasCpuClock = target is ICpuClock;
    private long _elapsedNs;
    private long _cpuNs;

    private int WindowRequests => Math.Max(1, (int)Math.Round(_ratePerSecond * load.WindowSeconds));

    /// <summary>
    /// Runs as many rounds as fit into the plan's time, 1 or more; fewer where windows drain so slowly that the time is
    /// over before.
    /// </summary>
    /// <param name="schedule">The order of the windows of each round.</param>
    public async Task<MeasuredTotals> RunAsync(BlockSchedule schedule)
    {
        var roundSeconds = plan.Study.Variants.Count * load.WindowSeconds;
        var fitting = (int)((plan.Tier.MeasureSeconds / roundSeconds) + RoundingOfSeconds);
        var round = 0;
        do
        {
            await RunRoundAsync(round++, schedule.Next().ToArray());
        }
        while (round < fitting && _elapsedNs < plan.Tier.MeasureSeconds * 1e9);

        return new MeasuredTotals(round, WindowRequests, _elapsedNs, _hasCpuClock ? _cpuNs : null);
    }

    private async Task RunRoundAsync(int round, int[] variants)
    {
        for (var order = 0; order < variants.Length; order++)
        {
            var (window, cpuNs) = await _target.RunWindowAsync(variants[order], WindowRequests, _ratePerSecond);
            _elapsedNs += window.ElapsedNs;
            _cpuNs += cpuNs;

            var latenciesNs = window.LatenciesNs.Span;
            latenciesNs.Sort();
            observe(new WindowObservation
            {
                Tier = plan.Tier.Tier,
                Launch = plan.Launch,
                Round = round,
                Order = order,
                Variant = variants[order],
                Requests = WindowRequests,
                RatePerSecond = window.RatePerSecond,
                ReachedPerSecond = window.ReachedPerSecond,
                P50Ns = NearestRank.Of(latenciesNs, 500),
                P90Ns = NearestRank.Of(latenciesNs, 900),
                P99Ns = NearestRank.Of(latenciesNs, 990),
                P999Ns = NearestRank.Of(latenciesNs, 999),
                MaxNs = latenciesNs[^1],
                CpuNs = _hasCpuClock ? cpuNs : null,
                ElapsedNs = window.ElapsedNs,
            });
        }
    }
}
