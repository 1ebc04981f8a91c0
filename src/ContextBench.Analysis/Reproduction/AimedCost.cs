namespace ContextBench.Analysis.Reproduction;

/// <summary>How near launches came to what a request of the baseline was to cost.</summary>
/// <param name="AimUs">What it was to cost, in µs of CPU time, above 0.</param>
/// <param name="Launches">The launches that count, one or more.</param>
public sealed record AimedCost(double AimUs, IReadOnlyList<LaunchCpu> Launches)
{
    /// <summary>How far off a launch may be and still be said to be where it was to be, in percent.</summary>
    public const double TolerancePercent = 5;

    /// <summary>The launch in which a request cost the least.</summary>
    public double LeastUs => Launches.Min(launch => launch.CpuUs);

    /// <summary>The launch in which a request cost the most.</summary>
    public double MostUs => Launches.Max(launch => launch.CpuUs);

    /// <summary>How far off the launch is that is the furthest off, in percent, with its sign.</summary>
    public double FurthestPercent => Launches.Select(OffBy).MaxBy(Math.Abs);

    /// <summary>The launches that are off by <see cref="TolerancePercent"/> at most.</summary>
    public int Near => Launches.Count(launch => Math.Abs(OffBy(launch)) <= TolerancePercent);

    /// <summary>The least and the most extra work of a launch, in µs; null where no launch has its own.</summary>
    public (double Least, double Most)? ExtraWorkUs =>
        Launches.Select(launch => launch.ExtraWorkUs).OfType<double>().ToArray() is { Length: > 0 } work
            ? (work.Min(), work.Max())
            : null;

    private double OffBy(LaunchCpu launch) => 100 * (launch.CpuUs - AimUs) / AimUs;
}
