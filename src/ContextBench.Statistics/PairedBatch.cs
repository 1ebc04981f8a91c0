namespace ContextBench.Statistics;

/// <summary>
/// A batch of consecutive blocks of one launch: what a slice of the baseline and a slice of the candidate,
/// of the same number of operations, cost in each block.
/// </summary>
/// <remarks>Throws <see cref="ArgumentException"/> where there is no block, or the lengths differ.</remarks>
public sealed record PairedBatch(IReadOnlyList<long> Baseline, IReadOnlyList<long> Candidate)
{
    /// <summary>The cost of the baseline's slice in each block, in the metric's unit (a time in nanoseconds).</summary>
    public IReadOnlyList<long> Baseline { get; } = Baseline.Count > 0
        ? Baseline
        : throw new ArgumentException("a batch needs at least one block; got none", nameof(Baseline));

    /// <summary>The cost of the candidate's slice in each block, in the same unit and order.</summary>
    public IReadOnlyList<long> Candidate { get; } = Candidate.Count == Baseline.Count
        ? Candidate
        : throw new ArgumentException(
            $"a block holds a slice of each variant; got {Baseline.Count} of the baseline "
            + $"and {Candidate.Count} of the candidate",
            nameof(Candidate));

    /// <summary>
    /// The number of blocks that carry no ratio, because a cost in them is not positive: the clock did not move.
    /// </summary>
    public int UnusableBlocks => Baseline.Count - LogRatios().Count;

    /// <summary>ln(candidate / baseline) of every usable block, in block order; empty where none is usable.</summary>
    public IReadOnlyList<double> LogRatios()
    {
        var logRatios = new List<double>(Baseline.Count);
        for (var block = 0; block < Baseline.Count; block++)
        {
            if (Baseline[block] > 0 && Candidate[block] > 0)
                logRatios.Add(Math.Log((double)Candidate[block] / Baseline[block]));
        }

        return logRatios;
    }
}
