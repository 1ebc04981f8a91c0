namespace ContextBench.Statistics;

/// <summary>Projects how many launches would settle a comparison, or measure it closely enough.</summary>
public static class LaunchesNeeded
{
    /// <summary>The largest total number of launches worth naming, unless told.</summary>
    private const int Most = 1000;

    /// <summary>
    /// The smallest total number of launches, more than there are, at which the same estimate with launches of the same
    /// spread and precision would reach a verdict; null where that takes more than <paramref name="atMost"/>.
    /// </summary>
    /// <param name="estimate">The comparison as it stands.</param>
    /// <param name="margin">The overhead declared negligible.</param>
    /// <param name="atMost">The largest total number of launches worth naming.</param>
    /// <param name="neverEquivalent">Whether a warning rules equivalence out, as in <see cref="VerdictRule"/>.</param>
    public static int? ForVerdict(
        OverheadEstimate estimate, Margin margin, int atMost = Most, bool neverEquivalent = false) =>
        Smallest(estimate.Launches + 1, atMost, launches =>
        {
            var projected = estimate.Projected(launches);
            return Verdict.Inconclusive != VerdictRule.Decide(
                projected.At(VerdictRule.EquivalenceConfidence),
                projected.At(VerdictRule.DifferenceConfidence),
                margin,
                neverEquivalent);
        });

    /// <summary>
    /// The smallest total number of launches, those of the control included, at which the 95 % interval of a comparison
    /// with the control's spread and precision is at most so wide; null where that takes more than
    /// <paramref name="atMost"/>.
    /// </summary>
    /// <param name="control">
    /// The A/A comparison of the launches so far: where it lies does not count, so that no result decides the number.
    /// </param>
    /// <param name="halfWidthPercent">
    /// The half-width allowed, in percent of the baseline's cost, above 0: ln(1 + p / 100) in the log-ratio.
    /// </param>
    /// <param name="atMost">The largest total number of launches allowed.</param>
    /// <exception cref="ArgumentOutOfRangeException">The half-width is not a number above 0.</exception>
    public static int? ForPrecision(OverheadEstimate control, double halfWidthPercent, int atMost)
    {
        var allowed = PositivePercent(halfWidthPercent, nameof(halfWidthPercent));
        return Smallest(control.Launches, atMost, launches =>
            control.Projected(launches).At(VerdictRule.DifferenceConfidence).HalfWidth <= allowed);
    }

    /// <summary>
    /// The smallest number of launches, at least 2, that can show equivalence in the best case: an overhead of exactly
    /// 0 and launches that spread as little as ever expected. Null where that takes more than
    /// <paramref name="atMost"/>.
    /// </summary>
    /// <param name="margin">The overhead declared negligible.</param>
    /// <param name="spreadPercent">
    /// The least standard deviation between launches ever expected, in percent, above 0.
    /// </param>
    /// <param name="atMost">The largest number of launches worth naming.</param>
    /// <exception cref="ArgumentOutOfRangeException">The spread is not a number above 0.</exception>
    public static int? ForEquivalenceAtBest(Margin margin, double spreadPercent, int atMost = Most)
    {
        var spread = PositivePercent(spreadPercent, nameof(spreadPercent));
        return Smallest(OverheadEstimate.FewestLaunches, atMost, launches =>
            StudentEstimate.OfMean(new SampleMoments(launches, 0, spread))
                .At(VerdictRule.EquivalenceConfidence)
                .LiesWithin(margin.LogRange));
    }

    /// <summary>
    /// Whether so many launches can show equivalence in the best case: the 90 % interval of equally good launches
    /// around an overhead of exactly 0 fits within the margin. Fewer than two launches never can.
    /// </summary>
    /// <param name="margin">The overhead declared negligible.</param>
    /// <param name="launches">The number of launches asked for.</param>
    /// <param name="spreadPercent">
    /// The least standard deviation between launches ever expected, in percent, above 0.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The spread is not a number above 0.</exception>
    public static bool IsReachable(Margin margin, int launches, double spreadPercent) =>
        ForEquivalenceAtBest(margin, spreadPercent, atMost: launches) is not null;

    // Intervals narrow with every launch: what is reached once stays reached, and bisection finds the first.
    private static int? Smallest(int low, int high, Func<int, bool> isReached)
    {
        if (low > high || !isReached(high))
            return null;

        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (isReached(middle))
                high = middle;
            else
                low = middle + 1;
        }

        return high;
    }

    private static double PositivePercent(double percent, string parameter) =>
        double.IsFinite(percent) && percent > 0
            ? double.LogP1(percent / 100)
            : throw new ArgumentOutOfRangeException(parameter, percent, "need a percentage above 0");
}
