namespace ContextBench.Statistics;

/// <summary>
/// The random-effects consensus of values measured with unequal, known errors: each value is the consensus plus a true
/// difference of variance tau², plus its own error (Paule and Mandel, Journal of Research of the National Bureau of
/// Standards 87, 1982).
/// </summary>
/// <param name="TauSquared">The variance of the true differences, at least 0, in the values' unit squared.</param>
/// <param name="Mean">The consensus: the mean with weights 1 / (error² + tau²).</param>
/// <param name="StandardError">
/// The error of <paramref name="Mean"/> were tau² and the errors known exactly: one over the root of the weights' sum.
/// </param>
public readonly record struct PauleMandel(double TauSquared, double Mean, double StandardError)
{
    // Halves the bracket until it is narrower than tau² could be told from rounding.
    private const int Halvings = 60;

    /// <summary>
    /// The consensus whose weighted squared residuals add up to what they should, n − 1; with tau² = 0 where they add
    /// up to less already.
    /// </summary>
    /// <param name="values">At least two finite values.</param>
    /// <param name="standardErrors">The error of each value, in the same order: finite, above 0.</param>
    /// <exception cref="ArgumentException">Too few values, other than errors, or one out of range.</exception>
    public static PauleMandel Of(IReadOnlyList<double> values, IReadOnlyList<double> standardErrors)
    {
        if (values.Count < 2 || values.Count != standardErrors.Count)
        {
            throw new ArgumentException(
                $"need at least 2 values with an error each; got {values.Count} and {standardErrors.Count}",
                nameof(values));
        }

        foreach (var error in standardErrors)
        {
            if (!(error > 0 && double.IsFinite(error)))
                throw new ArgumentException($"need finite errors above 0; got {error}", nameof(standardErrors));
        }

        // The residuals fall with tau², and are at most those around the plain mean over tau²: the root lies between 0
        // and the sample variance.
        double low = 0, high = Math.Pow(SampleMoments.Of(values).StandardDeviation, 2);
        var none = At(0, values, standardErrors);
        if (none.Residuals <= values.Count - 1)
            return none.Consensus;

        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            if (At(middle, values, standardErrors).Residuals > values.Count - 1)
                low = middle;
            else
                high = middle;
        }

        return At(high, values, standardErrors).Consensus;
    }

    private static (PauleMandel Consensus, double Residuals) At(
        double tauSquared, IReadOnlyList<double> values, IReadOnlyList<double> standardErrors)
    {
        double weights = 0, mean = 0;
        for (var i = 0; i < values.Count; i++)
        {
            var weight = Weight(i);
            weights += weight;
            mean += weight / weights * (values[i] - mean);
        }

        var residuals = 0.0;
        for (var i = 0; i < values.Count; i++)
            residuals += Weight(i) * (values[i] - mean) * (values[i] - mean);
        return (new PauleMandel(tauSquared, mean, 1 / Math.Sqrt(weights)), residuals);

        double Weight(int i) => 1 / ((standardErrors[i] * standardErrors[i]) + tauSquared);
    }
}
