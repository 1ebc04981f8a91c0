namespace ContextBench.Analysis.Validity;

/// <summary>What the A/A comparison of a metric shows: a difference where there is none.</summary>
internal static class NoiseFloorCheck
{
    /// <summary>Judges it.</summary>
    /// <param name="metric">The metric's name.</param>
    /// <param name="outcome">What its A/A comparison shows; null where there is none.</param>
    /// <param name="isJudged">Whether the verdict is about this metric: no other makes a tier invalid.</param>
    public static Finding? Of(string metric, ControlOutcome? outcome, bool isJudged) => outcome switch
    {
        ControlOutcome.ExcludesZero => new Finding(Warning.ControlExcludesZero(metric), IsInvalid: false),
        ControlOutcome.BeyondMargin => new Finding(Warning.ControlBeyondMargin(metric), isJudged),
        _ => null,
    };
}
