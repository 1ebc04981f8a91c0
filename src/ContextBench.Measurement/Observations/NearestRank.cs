namespace ContextBench.Measurement.Observations;

/// <summary>Exact quantiles: the smallest value that at least a share of all values do not exceed.</summary>
internal static class NearestRank
{
    /// <summary>Finds a quantile.</summary>
    /// <param name="sorted">The values, ascending, 1 or more.</param>
    /// <param name="thousandths">
    /// The share, in thousandths, 1 to 1000: whole numbers, since 0.999 × 1000 need not be 999 in floating point.
    /// </param>
    public static long Of(ReadOnlySpan<long> sorted, int thousandths)
    {
        var rank = (((long)sorted.Length * thousandths) + 999) / 1000;
        return sorted[(int)rank - 1];
    }
}
