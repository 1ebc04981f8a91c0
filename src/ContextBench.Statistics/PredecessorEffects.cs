namespace ContextBench.Statistics;

/// <summary>
/// Estimates what a variant's slice leaves behind for the next slice of the block: caches, timers, garbage, a thread
/// pool that is awake.
/// </summary>
/// <remarks>
/// Balanced orders (Williams designs) make such effects cancel between variants, nearly: a variant never follows
/// itself. These estimates say whether there is anything to cancel.
/// </remarks>
public static class PredecessorEffects
{
    /// <summary>
    /// Per variant p, ln(cost of a slice after p / cost of a slice after the others) in one launch: how much more a
    /// slice costs after p than after the other variants on average. Null with fewer than three variants, of which each
    /// always follows the same one, or where one variant never follows another in a usable slice.
    /// </summary>
    /// <remarks>
    /// <para>A slice's residual is its log cost minus the 20 % trimmed mean of its own variant in the batch, which
    /// removes drift. Slices in the first place are not used: what came before lies in another block. A cell (v, p) is
    /// the trimmed mean of the residuals of v after p.</para>
    /// <para>The residuals of v are relative to its own predecessors, and those are all variants but v. So cells are
    /// fitted by a row effect of v plus the effect of p. With n variants and the diagonal missing, least squares with
    /// effects that add up to 0 gives (n − 1) / (n (n − 2)) times the sum over v ≠ p of cell (v, p) minus the mean of
    /// row v; the contrast to the mean of the other effects is n / (n − 1) times that: the sum over n − 2. Whatever the
    /// trimmed means of a row are relative to cancels, as long as batches hold every pair about equally often.</para>
    /// </remarks>
    /// <param name="batches">The batches of one launch, all with the same variants.</param>
    /// <exception cref="ArgumentException">There is no batch, or the numbers of variants differ.</exception>
    public static double[]? OfLaunch(IReadOnlyList<OrderedBatch> batches)
    {
        if (batches.Count == 0 || batches.Any(batch => batch.Variants != batches[0].Variants))
        {
            throw new ArgumentException(
                $"need at least one batch, and the same variants in all; got {batches.Count}", nameof(batches));
        }

        var variants = batches[0].Variants;
        if (variants < 3)
            return null;

        var residuals = batches.SelectMany(ResidualsOf).ToLookup(slice => slice.Pair, slice => slice.Residual);
        var cells = residuals.ToDictionary(cell => cell.Key, cell => TrimmedMean.Of([.. cell]));
        if (cells.Count < variants * (variants - 1))
            return null;

        var effects = new double[variants];
        foreach (var row in cells.OrderBy(cell => cell.Key).GroupBy(cell => cell.Key.Variant))
        {
            var mean = row.Sum(cell => cell.Value / (variants - 1));
            foreach (var (pair, cell) in row)
                effects[pair.Predecessor] += (cell - mean) / (variants - 2);
        }

        return effects;
    }

    /// <summary>The effects over launches, in the order of the predecessors.</summary>
    /// <param name="launches">The effects of each launch by <see cref="OfLaunch"/>: at least two launches.</param>
    /// <exception cref="ArgumentException">
    /// Fewer than two launches, different numbers of variants, or an effect that is not finite.
    /// </exception>
    public static IReadOnlyList<PredecessorEffect> OverLaunches(IReadOnlyList<double[]> launches)
    {
        if (launches.Count < 2 || launches.Any(launch => launch.Length != launches[0].Length))
        {
            throw new ArgumentException(
                $"need at least 2 launches with the same variants; got {launches.Count}", nameof(launches));
        }

        StudentEstimate[] estimates =
        [
            .. Enumerable.Range(0, launches[0].Length).Select(predecessor =>
                StudentEstimate.OfMean([.. launches.Select(launch => launch[predecessor])])),
        ];
        var adjusted = Holm.Adjust([.. estimates.Select(estimate => estimate.PValue)]);
        return
        [
            .. estimates.Select((estimate, predecessor) => new PredecessorEffect(
                predecessor, estimate.Center, estimate.At(VerdictRule.DifferenceConfidence), adjusted[predecessor])),
        ];
    }

    private static IEnumerable<((int Variant, int Predecessor) Pair, double Residual)> ResidualsOf(
        OrderedBatch batch) =>
        from variant in Enumerable.Range(0, batch.Variants)
        let followers = Followers(batch, variant)
        where followers.Length > 0
        let own = TrimmedMean.Of([.. followers.Select(follower => follower.LogCost)])
        from follower in followers
        select ((variant, follower.Predecessor), follower.LogCost - own);

    private static (int Predecessor, double LogCost)[] Followers(OrderedBatch batch, int variant) =>
    [
        .. from block in Enumerable.Range(0, batch.Orders.Count)
           where batch.IsUsable(variant, block)
           let order = batch.Orders[block]
           from place in Enumerable.Range(1, order.Count - 1)
           where order[place] == variant
           select (order[place - 1], Math.Log(batch.Costs[variant][block])),
    ];
}

/// <summary>What all launches together say about what a variant's slice leaves behind for the next slice.</summary>
/// <param name="Predecessor">The variant before, counted from 0.</param>
/// <param name="LogRatio">
/// ln(cost of a slice after this variant / cost of a slice after the others): above 0 it makes the next slice cost
/// more.
/// </param>
/// <param name="Interval">The 95 % t interval of <paramref name="LogRatio"/> over launches.</param>
/// <param name="AdjustedPValue">
/// The p-value of the hypothesis that it leaves nothing behind, Holm-adjusted over the predecessors; in [0, 1].
/// </param>
public readonly record struct PredecessorEffect(
    int Predecessor, double LogRatio, Interval Interval, double AdjustedPValue);
