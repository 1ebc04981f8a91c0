namespace ContextBench.Statistics;

/// <summary>What one launch says about a candidate's cost over the baseline's.</summary>
/// <param name="LogRatio">
/// ln(candidate / baseline): the mean over batches of the 20 % trimmed mean of a batch's block log-ratios.
/// </param>
/// <param name="StandardError">
/// The error of <paramref name="LogRatio"/> within the launch, from the spread between batches: their standard
/// deviation over the root of their number. NaN with one batch.
/// </param>
/// <param name="UntrimmedLogRatio">
/// ln(sum of the candidate's costs / sum of the baseline's) over all blocks: sees the rare large costs that trimming
/// drops.
/// </param>
/// <param name="Batches">The number of batches with a usable block, at least 1.</param>
/// <param name="Blocks">The number of usable blocks, at least 1.</param>
public readonly record struct LaunchEstimate(
    double LogRatio, double StandardError, double UntrimmedLogRatio, int Batches, int Blocks)
{
    /// <summary>Estimates a launch from its batches, in which neighbouring blocks may be correlated.</summary>
    /// <exception cref="ArgumentException">There is no batch, or no block with two positive costs.</exception>
    public static LaunchEstimate From(IReadOnlyList<PairedBatch> batches)
    {
        if (batches.Count == 0)
            throw new ArgumentException("a launch needs at least one batch of blocks; got none", nameof(batches));

        double[][] usable =
            [.. batches.Select(batch => batch.LogRatios().ToArray()).Where(logRatios => logRatios.Length > 0)];
        if (usable.Length == 0)
        {
            throw new ArgumentException(
                "a launch needs a block in which both variants cost more than 0; got none: use longer slices",
                nameof(batches));
        }

        var means = SampleMoments.Of([.. usable.Select(logRatios => TrimmedMean.Of(logRatios))]);
        return new LaunchEstimate(
            means.Mean, means.StandardError, RatioOfSums(batches), means.Count, usable.Sum(ratios => ratios.Length));
    }

    // Unusable blocks are part of the sums: where a coarse clock did not move in one slice, its tick fell into another.
    private static double RatioOfSums(IReadOnlyList<PairedBatch> batches)
    {
        var baseline = batches.Sum(batch => batch.Baseline.Sum(cost => (double)cost));
        var candidate = batches.Sum(batch => batch.Candidate.Sum(cost => (double)cost));
        return baseline > 0 && candidate > 0
            ? Math.Log(candidate / baseline)
            : throw new ArgumentException(
                $"a launch's costs must add up to more than 0; got {baseline} and {candidate}", nameof(batches));
    }
}
