namespace ContextBench.Statistics;

/// <summary>The mean of values that do not count the same.</summary>
internal static class WeightedMean
{
    /// <summary>A running mean: it leaves identical values untouched, so that their error is exactly 0.</summary>
    /// <param name="values">One or more values.</param>
    /// <param name="weights">The weight of each, in the same order: above 0.</param>
    public static double Of(IReadOnlyList<double> values, IReadOnlyList<double> weights)
    {
        double sum = 0, mean = 0;
        for (var i = 0; i < values.Count; i++)
        {
            sum += weights[i];
            mean += weights[i] / sum * (values[i] - mean);
        }

        return mean;
    }
}
