namespace ContextBench.Statistics;

/// <summary>What all launches together say about what a variant's slice leaves behind for the next slice.</summary>
/// <param name="Predecessor">The variant before, counted from 0.</param>
/// <param name="LogRatio">
/// ln(cost of a slice after this variant / cost of a slice after the others): above 0 it makes the next slice cost
/// more.
/// </param>
/// <param name="Interval">The 95 % t interval of <paramref name="LogRatio"/> over launches.</param>
/// <param name="AdjustedPValue">
/// The p-value of the hypothesis that it leaves nothing behind, Holm-adjusted over the predecessors; in [0, 1].
/// </param>
public readonly record struct PredecessorEffect(
    int Predecessor, double LogRatio, Interval Interval, double AdjustedPValue);
