using ContextBench.Agent;
using ContextBench.Analysis.Results;

namespace ContextBench.Analysis.Sweeps;

/// <summary>What a setting of slice length and connections can see, measured with a known dose of CPU work.</summary>
/// <param name="SliceOperations">Operations per slice.</param>
/// <param name="Connections">Connections that carried the requests.</param>
/// <param name="Launches">Launches that count.</param>
/// <param name="HalfWidthPercent">Half the width of the A/A comparison's 95 % interval, in percent of the time.</param>
/// <param name="RecoveredShare">The share of the dose that came out as time; 1 is all of it.</param>
/// <param name="RecoveredLow">The lower bound of its 95 % interval.</param>
/// <param name="RecoveredHigh">The upper bound.</param>
/// <param name="BusyShare">
/// The share of the measured time in which the server used its processor, 0 to 1. With one connection server and
/// generator alternate, so it is at most what the generator leaves: the server's threads spin meanwhile, which its CPU
/// time counts as work.
/// </param>
/// <param name="BaselineUs">The baseline's time a request, in µs.</param>
/// <param name="GeneratorCpuUs">The generator's CPU time a request, in µs.</param>
public sealed record SweepSetting(
    int SliceOperations, int Connections, int Launches, double HalfWidthPercent, double RecoveredShare,
    double RecoveredLow, double RecoveredHigh, double BusyShare, double BaselineUs, double GeneratorCpuUs)
{
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
    /// dose is not seen at all.
    /// </summary>
    public double Score => HalfWidthPercent / Faithfulness;

    /// <summary>Whether it may be chosen.</summary>
    public bool IsEligible => BusyShare >= LeastBusyShare;

    /// <summary>Reads a setting off the run that was measured under it.</summary>
    /// <param name="report">A run of one tier with the control and one dosed variant.</param>
    /// <param name="dosed">The dosed variant's name.</param>
    /// <returns>The setting, or null where too few launches count.</returns>
    public static SweepSetting? From(RunResult report, string dosed)
    {
        var tier = report.Tiers.Single();
        if (tier.FindControl(Metric.Time) is not { Low: { } low, High: { } high }
            || tier.Find(dosed, Metric.Time) is not { } seen)
            return null;

        var doseUs = Dose.In(dosed).WorkMicroseconds;
        return new SweepSetting(
            tier.SliceOperations ?? tier.Plan.SliceOperations, tier.Plan.Connections, tier.CountedLaunches,
            (high - low) / 2,
            seen.Difference / doseUs, seen.DifferenceLow!.Value / doseUs, seen.DifferenceHigh!.Value / doseUs,
            BusyShareOf(tier, seen.BaselineValue), seen.BaselineValue, tier.GeneratorCpuUs ?? 0);
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
