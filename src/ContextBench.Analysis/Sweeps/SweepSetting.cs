namespace ContextBench.Analysis.Sweeps;

/// <summary>What a setting of slice length and connections can see, measured with a known cost of CPU work.</summary>
/// <param name="Tier">What the tier says under this setting.</param>
/// <param name="Control">The A/A comparison in time, which has an interval.</param>
/// <param name="Injected">The variant with the cost in time, which has an interval too.</param>
public sealed record SweepSetting(TierResult Tier, Comparison Control, Comparison Injected)
{
    /// <summary>Operations per slice.</summary>
    public int SliceOperations => Tier.SliceOperations ?? Tier.Plan.SliceOperations;

    /// <summary>Connections that carried the requests.</summary>
    public int Connections => Tier.Plan.Connections;

    /// <summary>Half the width of the A/A comparison's 95 % interval, in percent of the time.</summary>
    public double HalfWidthPercent => (Control.High!.Value - Control.Low!.Value) / 2;

    /// <summary>The share of the cost that came out as time; 1 is all of it.</summary>
    public double RecoveredShare => Injected.Difference / InjectedUs;

    /// <summary>The lower bound of its 95 % interval.</summary>
    public double RecoveredLow => Injected.DifferenceLow!.Value / InjectedUs;

    /// <summary>The upper bound.</summary>
    public double RecoveredHigh => Injected.DifferenceHigh!.Value / InjectedUs;

    /// <summary>
    /// The share of the measured time in which the server used its processor, 0 to 1. With one connection server and
    /// generator alternate, so it is at most what the generator leaves: the server's threads spin meanwhile, which its
    /// CPU time counts as work.
    /// </summary>
    public double BusyShare =>
        Connections == 1 ? Math.Min(BusyByCpu, 1 - (GeneratorCpuUs / BaselineUs)) : BusyByCpu;

    /// <summary>The baseline's time a request, in µs.</summary>
    public double BaselineUs => Injected.BaselineValue;

    /// <summary>The generator's CPU time a request, in µs.</summary>
    public double GeneratorCpuUs => Tier.GeneratorCpuUs ?? 0;

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

    /// <summary>
    /// Whether it may be chosen: a setting under which the server's core is less busy hides costs, whatever its
    /// interval.
    /// </summary>
    public bool IsEligible => BusyShare >= TierResult.LeastBusyShare;

    private double BusyByCpu => Tier.BusyShare ?? 0;

    private double InjectedUs => InjectedCost.In(Injected.Candidate).WorkMicroseconds;

    /// <summary>Reads a setting off the run that was measured under it.</summary>
    /// <param name="report">A run of one tier with the control and one injected variant.</param>
    /// <param name="injected">The injected variant's name.</param>
    /// <returns>The setting, or null where too few launches count.</returns>
    public static SweepSetting? From(RunResult report, string injected)
    {
        var tier = report.Tiers.Single();
        return tier.FindControl(Metric.Time) is { } control && tier.Find(injected, Metric.Time) is { } seen
            ? new SweepSetting(tier, control, seen)
            : null;
    }

    /// <summary>The setting to measure with: of those that may be chosen, the one with the smallest score.</summary>
    /// <param name="settings">All settings.</param>
    public static SweepSetting? Winner(IEnumerable<SweepSetting> settings) =>
        settings.Where(setting => setting.IsEligible).MinBy(setting => setting.Score);
}
