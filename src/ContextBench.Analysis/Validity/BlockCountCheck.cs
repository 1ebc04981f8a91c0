namespace ContextBench.Analysis.Validity;

/// <summary>
/// Launches with too few blocks for an error of their own: the spread between batches is what it is estimated from.
/// </summary>
/// <remarks>Blocks that are left out, for a collection say, are part of no estimate, and so are not counted.</remarks>
internal static class BlockCountCheck
{
    /// <summary>Looks for them.</summary>
    /// <param name="counted">The launches that count.</param>
    /// <param name="baseline">What the others are compared with.</param>
    /// <param name="candidates">The candidates, the control among them.</param>
    public static Finding? Of(
        IReadOnlyList<CountedLaunch> counted, string baseline, IReadOnlyCollection<string> candidates)
    {
        UsableBlocks[] few =
        [
            .. counted
                .Select(launch => candidates
                    .Select(candidate => (UsableBlocks?)launch.Usable(baseline, candidate))
                    .Where(usable => usable is
                        { Batches: < LaunchPlan.FewestBatches } or { Blocks: < UsableBlocks.FewestBlocks })
                    .Min())
                .OfType<UsableBlocks>(),
        ];
        return few.Length == 0
            ? null
            : new Finding(
                Warning.TooFewBlocks(few.Length, counted.Count, few.Min()),
                ValidityPolicy.ConcernsMost(few.Length, counted.Count) || few.Min().Blocks == 0);
    }
}
