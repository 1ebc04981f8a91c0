namespace ContextBench.Analysis.Sweeps;

/// <summary>What a setting of slice length and connections can see, measured with a known cost of CPU work.</summary>
public sealed record SweepSetting
{
    /// <summary>Operations per slice.</summary>
    public required int SliceOperations { get; init; }

    /// <summary>Connections that carried the requests.</summary>
    public required int Connections { get; init; }

    /// <summary>Launches that count.</summary>
    public required int Launches { get; init; }

    /// <summary>Half the width of the A/A comparison's 95 % interval, in percent of the time.</summary>
    public required double HalfWidthPercent { get; init; }

    /// <summary>The share of the cost that came out as time; 1 is all of it.</summary>
    public required double RecoveredShare { get; init; }

    /// <summary>The lower bound of its 95 % interval.</summary>
    public required double RecoveredLow { get; init; }

    /// <summary>The upper bound.</summary>
    public required double RecoveredHigh { get; init; }

    /// <summary>
    /// The share of the measured time in which the server used its processor, 0 to 1. With one connection server and
    /// generator alternate, so it is at most what the generator leaves: the server's threads spin meanwhile, which its
    /// CPU time counts as work.
    /// </summary>
    public required double BusyShare { get; init; }

    /// <summary>The baseline's time a request, in µs.</summary>
    public required double BaselineUs { get; init; }

    /// <summary>The generator's CPU time a request, in µs.</summary>
    public required double GeneratorCpuUs { get; init; }

    /// <summary>A setting under which the server's core is less busy hides costs, whatever its interval.</summary>
    public const double LeastBusyShare = 0.8;

    /// <summary>
    /// How faithfully a cost comes out, 0 to 1: the share that is seen, or one over it where more is seen than there
    /// was. With one connection a request that takes longer also lets threads fall asleep, and half as much again is
    /// seen: as wrong as seeing too little, and no reason to prefer it.
    /// </summary>
    public double Faithfulness => RecoveredShare <= 0 ? 0 : Math.Min(RecoveredShare, 1 / RecoveredShare);

    /// <summary>
    /// The half-width divided by <see cref="Faithfulness"/>, in percent: the smaller the better. Infinite where the
    /// cost is not seen at all.
    /// </summary>
    public double Score => HalfWidthPercent / Faithfulness;

    /// <summary>Whether it may be chosen.</summary>
    public bool IsEligible => BusyShare >= LeastBusyShare;

    /// <summary>Reads a setting off the run that was measured under it.</summary>
    /// <param name="report">A run of one tier with the control and one injected variant.</param>
    /// <param name="injected">The injected variant's name.</param>
    /// <returns>The setting, or null where too few launches count.</returns>
    public static SweepSetting? From(RunResult report, string injected)
    {
        var tier = report.Tiers.Single();
        if (tier.FindControl(Metric.Time) is not { Low: { } low, High: { } high }
            || tier.Find(injected, Metric.Time) is not { } seen)
            return null;

        var injectedUs = InjectedCost.In(injected).WorkMicroseconds;
        return new SweepSetting
        {
            SliceOperations = tier.SliceOperations ?? tier.Plan.SliceOperations,
            Connections = tier.Plan.Connections,
            Launches = tier.CountedLaunches,
            HalfWidthPercent = (high - low) / 2,
            RecoveredShare = seen.Difference / injectedUs,
            RecoveredLow = seen.DifferenceLow!.Value / injectedUs,
            RecoveredHigh = seen.DifferenceHigh!.Value / injectedUs,
            BusyShare = BusyShareOf(tier, seen.BaselineValue),
            BaselineUs = seen.BaselineValue,
            GeneratorCpuUs = tier.GeneratorCpuUs ?? 0,
        };
    }

    private static double BusyShareOf(TierResult tier, double requestUs)
    {
        var byCpu = tier.BusyShare ?? 0;
        return tier.Plan.Connections == 1 ? Math.Min(byCpu, 1 - ((tier.GeneratorCpuUs ?? 0) / requestUs)) : byCpu;
    }

    /// <summary>The setting to measure with: of those that may be chosen, the one with the smallest score.</summary>
    /// <param name="settings">All settings.</param>
    public static SweepSetting? Winner(IEnumerable<SweepSetting> settings) =>
        settings.Where(setting => setting.IsEligible).MinBy(setting => setting.Score);
}
