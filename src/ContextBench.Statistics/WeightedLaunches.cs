namespace ContextBench.Statistics;

/// <summary>
/// Weighs launches by their precision. Launches differ truly, by a variance tau², and are measured with unequal errors
/// that are known only from the spread of some batches.
/// </summary>
/// <remarks>
/// <para>Weights are the roots of the precisions, (error² + tau²)^−½, tau² by <see cref="PauleMandel"/>: the precisions
/// themselves would be optimal if they were known, but being estimated they let a launch that is precise by luck decide
/// alone. With root weights every launch contributes the same to the variance of the mean.</para>
/// <para>The error is a sandwich (White, Econometrica 48, 1980), each squared residual over 1 − its launch's share of
/// the weights (HC2: MacKinnon and White, Journal of Econometrics 29, 1985): it takes the errors on trust for the
/// weights only. The degrees of freedom are the effective number of launches, (Σw)² / Σw², minus one (Kish, <i>Survey
/// Sampling</i>, 1965), and at least 1.</para>
/// <para>With equal weights all this is Student's interval for the mean. CoverageTests simulates what it covers.</para>
/// </remarks>
internal static class WeightedLaunches
{
    /// <summary>Fewer launches count the same: they tell too little of tau², and weighing them gains nothing.</summary>
    public const int FewestWorthWeighing = 4;

    /// <summary>
    /// No error is taken to be smaller than this share of the median one. One launch far more precise than the others
    /// would leave less than one degree of freedom, and its precision says nothing of how it differs from them.
    /// </summary>
    public const double SmallestErrorOverMedian = 0.2;

    /// <summary>
    /// The weighted mean; where an error is unknown (NaN, of a single batch) or 0 (identical batches, of a cost that
    /// does not vary within a launch), or launches are few, the plain one.
    /// </summary>
    public static StudentEstimate Combine(IReadOnlyList<double> values, IReadOnlyList<double> standardErrors) =>
        values.Count < FewestWorthWeighing || standardErrors.Any(error => !(error > 0 && double.IsFinite(error)))
            ? StudentEstimate.OfMean(values)
            : WithWeights(values, RootWeights(values, standardErrors));

    /// <summary>The mean with the given weights, all above 0, its sandwich error and degrees of freedom.</summary>
    public static StudentEstimate WithWeights(IReadOnlyList<double> values, double[] weights)
    {
        var sum = weights.Sum();
        var mean = WeightedMean.Of(values, weights);
        var contributions =
            from launch in values.Zip(weights, (value, weight) => (Residual: value - mean, Share: weight / sum))
            select launch.Share * launch.Share * launch.Residual * launch.Residual / (1 - launch.Share);
        var effective = sum * sum / weights.Sum(weight => weight * weight);
        return new StudentEstimate(mean, Math.Sqrt(contributions.Sum()), Math.Max(1, effective - 1));
    }

    private static double[] RootWeights(IReadOnlyList<double> values, IReadOnlyList<double> standardErrors)
    {
        var smallest = SmallestErrorOverMedian * Median.Of(standardErrors);
        double[] errors = [.. standardErrors.Select(error => Math.Max(error, smallest))];
        var tauSquared = PauleMandel.TauSquared(values, errors);
        return [.. errors.Select(error => 1 / Math.Sqrt((error * error) + tauSquared))];
    }
}
