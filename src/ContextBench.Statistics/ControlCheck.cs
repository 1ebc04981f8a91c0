namespace ContextBench.Statistics;

/// <summary>Judges a run by its noise floor: what it shows between two copies of the same code.</summary>
public static class ControlCheck
{
    /// <summary>The outcome by the 95 % interval of the A/A comparison, the graver one first.</summary>
    /// <param name="control">The control's overhead over the baseline.</param>
    /// <param name="margin">The overhead declared negligible.</param>
    public static ControlOutcome Decide(OverheadEstimate control, Margin margin)
    {
        var interval = control.At(VerdictRule.DifferenceConfidence);
        if (interval.LiesBeyond(margin.LogRange))
            return ControlOutcome.BeyondMargin;
        return interval.Contains(0) ? ControlOutcome.Clean : ControlOutcome.ExcludesZero;
    }
}

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
