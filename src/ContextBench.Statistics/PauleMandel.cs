namespace ContextBench.Statistics;

/// <summary>
/// The random-effects model of values measured with unequal, known errors: each value is the consensus plus a true
/// difference of variance tau², plus its own error (Paule and Mandel, Journal of Research of the National Bureau of
/// Standards 87, 1982).
/// </summary>
internal static class PauleMandel
{
    // Halves the bracket until it is narrower than tau² could be told from rounding.
    private const int Halvings = 60;

    /// <summary>
    /// The variance of the true differences, at least 0, in the values' unit squared: that at which their weighted
    /// squared residuals, with weights 1 / (error² + tau²), add up to what they should, n − 1; 0 where they add up to
    /// less already.
    /// </summary>
    /// <param name="values">At least two finite values.</param>
    /// <param name="standardErrors">The error of each value, in the same order: finite, above 0.</param>
    /// <exception cref="ArgumentException">Too few values, other than errors, or one out of range.</exception>
    public static double TauSquared(IReadOnlyList<double> values, IReadOnlyList<double> standardErrors)
    {
        if (values.Count < 2 || values.Count != standardErrors.Count
            || !standardErrors.All(error => error > 0 && double.IsFinite(error)))
        {
            throw new ArgumentException(
                $"need at least 2 values with a finite error above 0 each; got {values.Count} and errors of " +
                string.Join(", ", standardErrors),
                nameof(values));
        }

        // The residuals fall with tau², and are at most those around the plain mean over tau²: the root lies between 0
        // and the sample variance.
        double low = 0, high = Math.Pow(SampleMoments.Of(values).StandardDeviation, 2);
        if (!IsExceededAt(0))
            return 0;

        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            if (IsExceededAt(middle))
                low = middle;
            else
                high = middle;
        }

        return high;

        bool IsExceededAt(double tauSquared)
        {
            double[] weights = [.. standardErrors.Select(error => 1 / ((error * error) + tauSquared))];
            var mean = WeightedMean.Of(values, weights);
            return values.Zip(weights, (value, weight) => weight * (value - mean) * (value - mean)).Sum()
                > values.Count - 1;
        }
    }
}
