namespace ContextBench.Statistics;

/// <summary>
/// Holm's step-down adjustment of the p-values of a family of tests
/// (Holm, Scandinavian Journal of Statistics 6, 1979).
/// </summary>
public static class Holm
{
    /// <summary>
    /// The adjusted p-values in the order given: rejecting those below α makes one false rejection or more in the
    /// family with a probability of at most α.
    /// </summary>
    /// <param name="pValues">The p-values of the whole family, each in [0, 1]; may be empty.</param>
    /// <exception cref="ArgumentException">A p-value is NaN or lies outside [0, 1].</exception>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> pValues)
    {
        if (!pValues.All(pValue => pValue is >= 0 and <= 1))
        {
            throw new ArgumentException(
                $"a p-value lies between 0 and 1; got {string.Join(", ", pValues)}", nameof(pValues));
        }

        var adjusted = new double[pValues.Count];
        var largestSoFar = 0.0;
        var hypothesesLeft = pValues.Count;
        foreach (var index in Enumerable.Range(0, pValues.Count).OrderBy(index => pValues[index]))
        {
            // A smaller p-value is never adjusted to more than a larger one.
            largestSoFar = Math.Max(largestSoFar, Math.Min(1, hypothesesLeft * pValues[index]));
            adjusted[index] = largestSoFar;
            hypothesesLeft--;
        }

        return adjusted;
    }
}
