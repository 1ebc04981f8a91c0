namespace ContextBench.Statistics;

/// <summary>
/// The sign-flip permutation test (Fisher, <i>The Design of Experiments</i>, 1935): where the two variants cost the
/// same, every launch's log-ratio is as likely to have come out with the other sign.
/// </summary>
/// <remarks>
/// It assumes symmetry and no distribution. Of n launches no p-value is below 2 / 2ⁿ, so 5 launches cannot show a
/// difference at 5 %.
/// </remarks>
public static class SignFlip
{
    /// <summary>The largest number of values whose sign patterns are all tried: 65,536 of them.</summary>
    public const int MostExact = 16;

    /// <summary>The number of random sign patterns drawn for more values than that.</summary>
    public const int Draws = 20_000;

    // A published p-value comes out the same each time.
    private const int Seed = 1;

    /// <summary>
    /// The two-sided p-value of the hypothesis that the values are symmetric around 0: the share of sign patterns whose
    /// sum lies as far from 0 as the values' own, or farther. In (0, 1].
    /// </summary>
    /// <remarks>
    /// Exact for up to <see cref="MostExact"/> values. For more, (b + 1) / (m + 1) of b such patterns among m random
    /// ones, which is never too small (Phipson and Smyth, Statistical Applications in Genetics and Molecular Biology 9,
    /// 2010).
    /// </remarks>
    /// <param name="values">At least one value, all finite.</param>
    /// <exception cref="ArgumentException">There is no value, or one is not finite.</exception>
    public static double TwoSidedPValue(IReadOnlyList<double> values)
    {
        if (values.Count == 0)
            throw new ArgumentException("need at least one value to flip; got none", nameof(values));
        if (values.FirstOrDefault(value => !double.IsFinite(value)) is var bad && !double.IsFinite(bad))
            throw new ArgumentException($"need finite values; got {bad}", nameof(values));

        // Sums that are equal but for rounding are equal.
        var farthest = Math.Abs(values.Sum()) - (1e-12 * values.Sum(Math.Abs));
        return values.Count <= MostExact ? OfAllPatterns(values, farthest) : OfRandomPatterns(values, farthest);
    }

    private static double OfAllPatterns(IReadOnlyList<double> values, double farthest)
    {
        var patterns = 1 << values.Count;
        var asFar = Enumerable.Range(0, patterns)
            .Count(pattern => Math.Abs(Flipped(values, i => (pattern >> i & 1) != 0)) >= farthest);
        return (double)asFar / patterns;
    }

    private static double OfRandomPatterns(IReadOnlyList<double> values, double farthest)
    {
        var random = new Random(Seed);
        var asFar = Enumerable.Range(0, Draws)
            .Count(_ => Math.Abs(Flipped(values, _ => random.Next(2) != 0)) >= farthest);
        return (asFar + 1.0) / (Draws + 1);
    }

    private static double Flipped(IEnumerable<double> values, Func<int, bool> isFlipped) =>
        values.Select((value, i) => isFlipped(i) ? -value : value).Sum();
}
