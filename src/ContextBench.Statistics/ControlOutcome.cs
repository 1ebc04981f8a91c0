namespace ContextBench.Statistics;

/// <summary>What the A/A comparison, baseline against control, shows.</summary>
public enum ControlOutcome
{
    /// <summary>No difference between two copies of the same code, as it should be.</summary>
    Clean,

    /// <summary>A difference where there is none: a warning, since one run in twenty shows it by chance.</summary>
    ExcludesZero,

    /// <summary>A difference larger than the margin: the run is invalid.</summary>
    BeyondMargin,
}
