namespace ContextBench.Statistics;

/// <summary>Decides whether candidates cost more or less than the baseline at all.</summary>
public static class DirectionRule
{
    /// <summary>The Holm-adjusted p-value below which a difference is shown.</summary>
    public const double SignificanceLevel = 0.05;

    /// <summary>The directions of a family of comparisons, in the order given, by Holm-adjusted p-values.</summary>
    public static IReadOnlyList<Direction> Decide(IReadOnlyList<OverheadEstimate> family)
    {
        var adjusted = Holm.Adjust([.. family.Select(estimate => estimate.PValue)]);
        return [.. family.Select((estimate, index) => Decide(estimate.LogRatio, adjusted[index]))];
    }

    /// <summary>The direction of one log-ratio whose p-value, in [0, 1], is adjusted already.</summary>
    public static Direction Decide(double logRatio, double adjustedPValue) =>
        adjustedPValue >= SignificanceLevel || logRatio == 0 ? Direction.None
        : logRatio > 0 ? Direction.Up
        : Direction.Down;
}
