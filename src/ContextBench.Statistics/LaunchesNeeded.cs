namespace ContextBench.Statistics;

/// <summary>Projects how many launches would settle a comparison that is inconclusive.</summary>
public static class LaunchesNeeded
{
    /// <summary>
    /// The smallest total number of launches, more than there are, at which the same estimate with the same spread
    /// between launches would reach a verdict; null where that takes more than <paramref name="atMost"/>.
    /// </summary>
    /// <param name="estimate">The comparison as it stands.</param>
    /// <param name="margin">The overhead declared negligible.</param>
    /// <param name="atMost">The largest total number of launches worth naming.</param>
    /// <param name="neverEquivalent">Whether a warning rules equivalence out, as in <see cref="VerdictRule"/>.</param>
    public static int? ForVerdict(
        OverheadEstimate estimate, Margin margin, int atMost = 1000, bool neverEquivalent = false)
    {
        var low = estimate.Launches + 1;
        var high = atMost;
        if (low > high || !IsReached(high))
            return null;

        // Both intervals narrow with every launch: a verdict once reached stays reached, and bisection finds the first.
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (IsReached(middle))
                high = middle;
            else
                low = middle + 1;
        }

        return high;

        bool IsReached(int launches)
        {
            var projected = StudentEstimate.OfMean(
                new SampleMoments(launches, estimate.LogRatio, estimate.SpreadOfLaunches));
            return Verdict.Inconclusive != VerdictRule.Decide(
                projected.At(VerdictRule.EquivalenceConfidence),
                projected.At(VerdictRule.DifferenceConfidence),
                margin,
                neverEquivalent);
        }
    }
}
