namespace ContextBench.Measurement.Launches;

/// <summary>Runs rounds of an open loop: in each a window of every variant, in balanced random order.</summary>
/// <remarks>
/// A window is a second or more, since a queue has to have time to build up; it has drained before the next one starts,
/// so that no variant waits behind the requests of another.
/// </remarks>
internal sealed class OpenLoopPhase
{
    private const double RoundingOfSeconds = 1e-6; // three windows of 0.1 s fit into 0.3 s

    private readonly LaunchPlan _plan;
    private readonly IOpenLoop _target;
    private readonly BlockSchedule _schedule;
    private readonly Action<Observation> _observe;
    private readonly double _ratePerSecond;
    private readonly int _windowRequests;
    private readonly int _mostRounds;
    private readonly bool _hasCpuClock;
    private long _elapsedNs;
    private long _cpuNs;

    /// <summary>Prepares it.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="load">Its open loop.</param>
    /// <param name="target">The process under test.</param>
    /// <param name="schedule">The order of the windows of each round.</param>
    /// <param name="observe">Takes each window as soon as it is complete.</param>
    /// <exception cref="ArgumentException">
    /// The rate has not been found yet, or the target takes no requests at a rate.
    /// </exception>
    public OpenLoopPhase(
        LaunchPlan plan, OpenLoopPlan load, ITarget target, BlockSchedule schedule, Action<Observation> observe)
    {
        _plan = plan;
        _target = target as IOpenLoop
            ?? throw new ArgumentException("an open loop needs a target with connections", nameof(target));
        _hasCpuClock = target is ICpuClock;
        _schedule = schedule;
        _observe = observe;
        _ratePerSecond = load.RatePerSecond
            ?? throw new ArgumentException("an open loop has its rate before a launch starts", nameof(load));
        _windowRequests = Math.Max(1, (int)Math.Round(_ratePerSecond * load.WindowSeconds));
        var roundSeconds = plan.Study.Variants.Count * load.WindowSeconds;
        _mostRounds = Math.Max(1, (int)((plan.MeasureSeconds / roundSeconds) + RoundingOfSeconds));
    }

    /// <summary>
    /// Runs as many rounds as fit into the plan's time, 1 or more; fewer where windows drain so slowly that the time is
    /// over before.
    /// </summary>
    public async Task<MeasuredTotals> RunAsync()
    {
        var round = 0;
        do
        {
            await RunRoundAsync(round++);
        }
        while (round < _mostRounds && _elapsedNs < _plan.MeasureSeconds * 1e9);

        return new MeasuredTotals(round, _windowRequests, _elapsedNs, _hasCpuClock ? _cpuNs : null);
    }

    private async Task RunRoundAsync(int round)
    {
        var variants = _schedule.Next().ToArray();
        for (var order = 0; order < variants.Length; order++)
        {
            var (window, cpuNs) = await _target.RunWindowAsync(variants[order], _windowRequests, _ratePerSecond);
            _elapsedNs += window.ElapsedNs;
            _cpuNs += cpuNs;

            var latenciesNs = window.LatenciesNs.Span;
            latenciesNs.Sort();
            _observe(new WindowObservation
            {
                Tier = _plan.Tier,
                Launch = _plan.Launch,
                Round = round,
                Order = order,
                Variant = variants[order],
                Requests = _windowRequests,
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
