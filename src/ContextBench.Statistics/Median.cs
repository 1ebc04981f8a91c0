using MathNet.Numerics.Statistics;

namespace ContextBench.Statistics;

/// <summary>The median of a sample.</summary>
public static class Median
{
    /// <summary>The middle value, or the mean of the two in the middle.</summary>
    /// <param name="values">The sample, in any order.</param>
    /// <exception cref="ArgumentException">The sample is empty.</exception>
    public static double Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length > 0
            ? SortedArrayStatistics.Median(sorted)
            : throw new ArgumentException("an empty sample has no median", nameof(values));
    }

    /// <summary>The median of the values that are known; null where none is.</summary>
    public static double? OfKnown(IEnumerable<double?> values) =>
        values.OfType<double>().ToArray() is { Length: > 0 } known ? Of(known) : null;
}
