namespace ContextBench.Cli.Progress;

/// <summary>
/// Tells how far a run is and how long it will still take, learning from the launches that have ended.
/// </summary>
internal sealed class RunClock
{
    // What a launch takes beside its blocks: the process, warming up, the allocation phase. Replaced by what is seen.
    private const double BesideBlocksSeconds = 4;

    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly Dictionary<string, (int Left, double Seconds)> _tiers;
    private double _microSeconds;
    private long _launchStart;

    /// <summary>Starts it.</summary>
    /// <param name="tiers">What is measured; a tier may be there several times.</param>
    /// <param name="microSeconds">What the micro-benchmarks take, in s; 0 where there are none.</param>
    /// <param name="time">Tells the time; null for the system.</param>
    public RunClock(IEnumerable<TierPlan> tiers, double microSeconds = 0, TimeProvider? time = null)
    {
        _time = time ?? TimeProvider.System;
        _start = _launchStart = _time.GetTimestamp();
        _tiers = tiers.GroupBy(tier => tier.Tier).ToDictionary(
            same => same.Key,
            same => (same.Sum(tier => tier.Launches), same.Average(tier => tier.MeasureSeconds) + BesideBlocksSeconds));
        _microSeconds = microSeconds;
    }

    /// <summary>Begins to count the first launch: what was done before belongs to none.</summary>
    public void Start() => _launchStart = _time.GetTimestamp();

    /// <summary>Counts a launch that has ended.</summary>
    public void EndLaunch(string tier)
    {
        var (left, seconds) = _tiers[tier];
        var took = _time.GetElapsedTime(_launchStart).TotalSeconds;
        _tiers[tier] = (left - 1, (seconds + took) / 2);
        _launchStart = _time.GetTimestamp();
    }

    /// <summary>Counts launches that were decided on while measuring.</summary>
    public void AddLaunches(string tier, int launches)
    {
        var (left, seconds) = _tiers[tier];
        _tiers[tier] = (left + launches, seconds);
    }

    /// <summary>Counts the micro-benchmarks as done.</summary>
    public void EndMicro() => _microSeconds = 0;

    /// <summary>Where the run stands.</summary>
    /// <param name="text">What it does now.</param>
    public ProgressState State(string text)
    {
        var ahead = _tiers.Values.Sum(tier => tier.Left * tier.Seconds) + _microSeconds;
        var left = Math.Max(0, ahead - _time.GetElapsedTime(_launchStart).TotalSeconds);
        var done = _time.GetElapsedTime(_start).TotalSeconds;
        return new ProgressState(text, done / (done + left + 0.001), TimeSpan.FromSeconds(left));
    }
}
