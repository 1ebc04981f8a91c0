namespace ContextBench.Statistics;

/// <summary>
/// Student's t interval for the mean of independent values (Student, Biometrika 6, 1908).
/// </summary>
/// <remarks>Identical values show no spread, so their interval collapses to a point, however few they are.</remarks>
public static class MeanInterval
{
    /// <summary>The two-sided interval for the mean: mean ± t((1 + confidence) / 2, n − 1) · sd / √n.</summary>
    /// <param name="values">At least two finite values.</param>
    /// <param name="confidence">
    /// The probability to cover the true mean, in (0, 1); with two values no more than 0.999, since
    /// MathNet.Numerics' quantile ends at t = 800.
    /// </param>
    /// <exception cref="ArgumentException">Too few values, one not finite, or a confidence out of range.</exception>
    public static Interval Of(IReadOnlyList<double> values, double confidence) =>
        StudentEstimate.OfMean(values).At(confidence);
}
