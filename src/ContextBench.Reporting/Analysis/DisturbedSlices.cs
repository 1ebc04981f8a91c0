using ContextBench.Measurement.Observations;
using ContextBench.Statistics;

namespace ContextBench.Reporting.Analysis;

/// <summary>
/// The slices of a launch that a collection fell into or that began shortly after one: they meet cold caches, and take
/// longer whatever variant they are of.
/// </summary>
internal sealed class DisturbedSlices
{
    /// <summary>
    /// How long after the last slice with a collection slices count as disturbed, in ns of slices. In memory they are
    /// back to normal by then; on <c>kestrel</c>, where collections are rarer and reach more, they get back over some
    /// ms more, all variants alike.
    /// </summary>
    public const long AftermathNs = 1_500_000;

    private readonly Dictionary<BatchObservation, bool[][]> _byBatch = new(ReferenceEqualityComparer.Instance);

    private DisturbedSlices()
    {
    }

    /// <summary>For each variant and block of a batch, whether its slice is disturbed.</summary>
    public bool[][] this[BatchObservation batch] => _byBatch[batch];

    /// <summary>Finds them.</summary>
    /// <param name="batches">The batches of a launch, in order and whole.</param>
    public static DisturbedSlices Of(IReadOnlyList<BatchObservation> batches)
    {
        var found = new DisturbedSlices();
        var leftNs = 0L;
        foreach (var batch in batches)
        {
            bool[][] disturbed = [.. batch.ElapsedNs.Select(slices => new bool[slices.Length])];
            for (var variant = 0; variant < disturbed.Length; variant++)
            {
                foreach (var block in batch.Collected[variant])
                    disturbed[variant][block] = true;
            }

            for (var block = 0; block < batch.Orders.Length; block++)
            {
                foreach (var variant in batch.Orders[block])
                {
                    if (disturbed[variant][block])
                    {
                        leftNs = AftermathNs;
                        continue;
                    }

                    disturbed[variant][block] = leftNs > 0;
                    leftNs -= Math.Max(0, batch.ElapsedNs[variant][block]);
                }
            }

            found._byBatch.Add(batch, disturbed);
        }

        return found;
    }

    /// <summary>
    /// What the disturbed slices took beyond the others of their variant but for the pauses themselves, in ns, 0 or
    /// more: trimmed means, so that neither the few slices with a pause in them nor what else befell the machine
    /// counts.
    /// </summary>
    public double ExcessNs =>
        Math.Max(0, Enumerable.Range(0, _byBatch.Keys.First().ElapsedNs.Length).Sum(ExcessOf));

    private double ExcessOf(int variant)
    {
        var slices = _byBatch
            .SelectMany(batch => batch.Value[variant].Zip(batch.Key.ElapsedNs[variant]))
            .ToLookup(slice => slice.First, slice => (double)slice.Second);
        double[] disturbed = [.. slices[true]];
        double[] others = [.. slices[false]];
        return disturbed.Length == 0 || others.Length == 0
            ? 0
            : disturbed.Length * (TrimmedMean.Of(disturbed) - TrimmedMean.Of(others));
    }
}
