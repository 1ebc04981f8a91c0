namespace ContextBench.Analysis.Engines;

/// <summary>What one engine says of the same comparison in the same wall time.</summary>
/// <param name="Engine">Its name.</param>
/// <param name="Seconds">The wall time that it took, in s.</param>
/// <param name="Launches">Launches counted.</param>
/// <param name="Overhead">The candidate against the baseline, in <see cref="Metric.Total"/>.</param>
/// <param name="Control">The A/A comparison.</param>
/// <param name="GeneratorCpuUs">The generator's CPU time per request, in µs; null where it is not known.</param>
public sealed record EngineRow(
    string Engine, double Seconds, int Launches, Comparison Overhead, Comparison Control, double? GeneratorCpuUs)
{
    /// <summary>Half the width of the overhead's 95 % interval, in percent.</summary>
    public double HalfWidth => HalfWidthOf(Overhead);

    /// <summary>Half the width of the A/A comparison's 95 % interval, in percent.</summary>
    public double ControlHalfWidth => HalfWidthOf(Control);

    /// <summary>Reads a row off an engine's run.</summary>
    /// <param name="report">The run, of one tier.</param>
    /// <param name="seconds">The wall time that it took, in s.</param>
    /// <returns>The row, or null where too few launches count.</returns>
    public static EngineRow? From(RunResult report, double seconds)
    {
        var tier = report.Tiers.Single();
        return tier.Headline is { } headline
            && tier.Find(headline, Metric.Total) is { } overhead
            && tier.FindControl(Metric.Total) is { } control
                ? new EngineRow(
                    tier.Load.Engine, seconds, tier.CountedLaunches, overhead, control, tier.GeneratorCpuUs)
                : null;
    }

    private static double HalfWidthOf(Comparison comparison) => (comparison.High!.Value - comparison.Low!.Value) / 2;
}
