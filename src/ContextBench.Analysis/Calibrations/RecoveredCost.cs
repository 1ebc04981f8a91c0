namespace ContextBench.Analysis.Calibrations;

/// <summary>A known cost of CPU work in one run, and what the run made of it.</summary>
/// <param name="NominalPercent">What it was meant to be, in percent of the baseline's cost; 0 for the control.</param>
/// <param name="InjectedPercent">
/// What it was: the work as timed within requests of the same launches, over the baseline's <c>total</c>, in percent.
/// </param>
/// <param name="RecoveredPercent">The overhead that the run reports, in percent.</param>
/// <param name="Low">The lower bound of its 95 % interval, in percent.</param>
/// <param name="High">The upper bound.</param>
public sealed record RecoveredCost(
    double NominalPercent, double InjectedPercent, double RecoveredPercent, double Low, double High)
{
    /// <summary>Whether the interval holds the truth.</summary>
    public bool IsCovered => Low <= InjectedPercent && InjectedPercent <= High;

    /// <summary>Whether the interval lies above 0: the run has found a cost.</summary>
    public bool IsFound => Low > 0;

    /// <summary>Whether the interval excludes 0, as it should not without an injected cost.</summary>
    public bool ExcludesZero => Low > 0 || High < 0;
}
