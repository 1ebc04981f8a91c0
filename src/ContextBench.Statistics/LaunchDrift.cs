namespace ContextBench.Statistics;

/// <summary>
/// Whether an overhead moves while a launch is measured, as it would if warming up had ended too early.
/// </summary>
public static class LaunchDrift
{
    /// <summary>
    /// ln(candidate / baseline) of the second half of the batches less that of the first, each half the mean over its
    /// batches of their trimmed log-ratios (<see cref="PairedBatch.TrimmedLogRatio"/>).
    /// </summary>
    /// <param name="batches">The batches of a launch, in the order of their time.</param>
    /// <returns>The difference; null where a half has no usable block.</returns>
    public static double? Of(IReadOnlyList<PairedBatch> batches)
    {
        var half = batches.Count / 2;
        return Mean(batches.Skip(half)) - Mean(batches.Take(half));
    }

    private static double? Mean(IEnumerable<PairedBatch> batches) =>
        batches.Select(batch => batch.TrimmedLogRatio()).Average(); // of those that have one
}
