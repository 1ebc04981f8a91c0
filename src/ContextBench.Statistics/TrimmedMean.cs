namespace ContextBench.Statistics;

/// <summary>
/// The mean of what is left of a sample when the same number of smallest and largest values is dropped
/// (Wilcox, <i>Introduction to Robust Estimation and Hypothesis Testing</i>).
/// </summary>
public static class TrimmedMean
{
    // The share of values dropped from each end: Wilcox's general recommendation.
    private const double Proportion = 0.2;

    /// <summary>The mean without the floor(0.2 · n) smallest and as many largest values.</summary>
    /// <param name="values">At least one value, in any order; infinite ones count if they survive the trimming.</param>
    /// <exception cref="ArgumentException">The sample is empty or holds NaN.</exception>
    public static double Of(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
            throw new ArgumentException("a trimmed mean needs at least one value; got none", nameof(values));

        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        // Array.Sort puts NaN before every number, so the first place tells of them all.
        if (double.IsNaN(sorted[0]))
            throw new ArgumentException("a trimmed mean needs numbers; the sample holds NaN", nameof(values));

        var dropped = (int)Math.Floor(Proportion * sorted.Length);
        return sorted[dropped..^dropped].Average();
    }
}
