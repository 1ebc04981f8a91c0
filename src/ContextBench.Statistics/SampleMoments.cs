namespace ContextBench.Statistics;

/// <summary>Size, mean and standard deviation of a finite sample.</summary>
/// <param name="Count">Its size, 1 or more.</param>
/// <param name="Mean">Its mean, in the unit of the values.</param>
/// <param name="StandardDeviation">In the same unit, with n − 1 in the denominator; NaN of one value.</param>
public readonly record struct SampleMoments(int Count, double Mean, double StandardDeviation)
{
    /// <summary>The standard error of the mean.</summary>
    public double StandardError => StandardDeviation / Math.Sqrt(Count);

    /// <summary>
    /// One pass of Welford's recurrence (Technometrics 4, 1962). It leaves the mean of identical values untouched,
    /// so that their spread is exactly 0 and not a rounding error.
    /// </summary>
    /// <param name="values">One or more values.</param>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static SampleMoments Of(IReadOnlyList<double> values)
    {
        double mean = 0, squares = 0;
        for (var i = 0; i < values.Count; i++)
        {
            if (!double.IsFinite(values[i]))
                throw new ArgumentException($"need finite values; got {values[i]} at index {i}", nameof(values));

            var deviation = values[i] - mean;
            mean += deviation / (i + 1);
            squares += deviation * (values[i] - mean);
        }

        return new SampleMoments(values.Count, mean, Math.Sqrt(squares / (values.Count - 1)));
    }
}
