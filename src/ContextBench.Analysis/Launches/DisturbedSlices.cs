namespace ContextBench.Analysis.Launches;

/// <summary>
/// The slices of a launch that a collection fell into or that began shortly after one: they meet cold caches, and take
/// longer whatever variant they are of.
/// </summary>
public sealed class DisturbedSlices
{
    /// <summary>
    /// How long after the last slice with a collection slices count as disturbed, in ns of slices. In memory they are
    /// back to normal by then; on <c>kestrel</c>, where collections are rarer and reach more, they get back over some
    /// ms more, all variants alike.
    /// </summary>
    public const long AftermathNs = 1_500_000;

    // Of a long slice the aftermath is a small part: it counts where it is a quarter or more.
    private const int LeastPart = 4;

    private readonly Dictionary<BatchObservation, bool[][]> _byBatch = new(ReferenceEqualityComparer.Instance);

    /// <summary>Finds them.</summary>
    /// <param name="batches">The batches of a launch, in order and whole.</param>
    public DisturbedSlices(IReadOnlyList<BatchObservation> batches)
    {
        var leftNs = 0L;
        foreach (var batch in batches)
        {
            bool[][] disturbed = [.. batch.ElapsedNs.Select(slices => new bool[slices.Length])];
            foreach (var (block, order) in batch.Orders.Index())
            {
                foreach (var variant in order)
                {
                    var ns = Math.Max(0, batch.ElapsedNs[variant][block]);
                    var isCollected = batch.Collected[variant].Contains(block);
                    disturbed[variant][block] = isCollected || (leftNs > 0 && leftNs * LeastPart >= ns);
                    leftNs = isCollected ? AftermathNs : leftNs - ns;
                }
            }

            _byBatch.Add(batch, disturbed);
        }
    }

    /// <summary>For each variant and block of a batch, whether its slice is disturbed.</summary>
    public bool[][] this[BatchObservation batch] => _byBatch[batch];

    /// <summary>
    /// What the slices after a collection took beyond the others of their variant, in ns: trimmed means, so that what
    /// else befell the machine does not count. Those with a collection in them are no part of it, whose pauses the
    /// runtime counts. Below 0 where chance has it so: held to 0 it would count noise against who allocates more.
    /// </summary>
    public double AftermathExcessNs =>
        Enumerable.Range(0, _byBatch.Keys.First().ElapsedNs.Length).Sum(ExcessOf);

    private double ExcessOf(int variant)
    {
        var slices =
            from batch in _byBatch
            from slice in batch.Key.ElapsedNs[variant].Zip(batch.Value[variant]).Index()
            where !batch.Key.Collected[variant].Contains(slice.Index)
            select (Ns: (double)slice.Item.First, IsDisturbed: slice.Item.Second);
        var costs = slices.ToLookup(slice => slice.IsDisturbed, slice => slice.Ns);
        double[] after = [.. costs[true]];
        double[] others = [.. costs[false]];
        return after.Length == 0 || others.Length == 0
            ? 0
            : after.Length * (TrimmedMean.Of(after) - TrimmedMean.Of(others));
    }
}
