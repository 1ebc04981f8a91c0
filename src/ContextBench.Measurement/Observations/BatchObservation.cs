namespace ContextBench.Measurement.Observations;

/// <summary>A batch of consecutive blocks of one launch.</summary>
public sealed record BatchObservation : Observation
{
    /// <summary>The tier.</summary>
    public required string Tier { get; init; }

    /// <summary>The launch's number within its tier, from 1.</summary>
    public required int Launch { get; init; }

    /// <summary>The batch's number within its launch, from 0.</summary>
    public required int Batch { get; init; }

    /// <summary>For each block, the variants' indices in the order in which their slices ran.</summary>
    public required int[][] Orders { get; init; }

    /// <summary>For each variant and block, the slice's elapsed time in ns.</summary>
    public required long[][] ElapsedNs { get; init; }

    /// <summary>
    /// For each variant and block, the CPU time of the process under test in the slice, in ns; null where the target
    /// has no clock of it.
    /// </summary>
    public required long[][]? CpuNs { get; init; }

    /// <summary>
    /// For each variant, the blocks in which a collection fell into its slice, ascending; runs of older versions did
    /// not record it.
    /// </summary>
    public int[][] Collected
    {
        get => field ??= [.. ElapsedNs.Select(_ => Array.Empty<int>())];
        init;
    }

    /// <summary>An empty batch, to be filled.</summary>
    /// <param name="tier">The tier.</param>
    /// <param name="launch">The launch's number within its tier, from 1.</param>
    /// <param name="batch">The batch's number within its launch, from 0.</param>
    /// <param name="variants">Number of variants.</param>
    /// <param name="blocks">Number of blocks.</param>
    /// <param name="hasCpuClock">Whether the target has a CPU clock.</param>
    public static BatchObservation Empty(
        string tier, int launch, int batch, int variants, int blocks, bool hasCpuClock = true) =>
        new()
        {
            Tier = tier,
            Launch = launch,
            Batch = batch,
            Orders = new int[blocks][],
            ElapsedNs = Costs(variants, blocks),
            CpuNs = hasCpuClock ? Costs(variants, blocks) : null,
        };

    private static long[][] Costs(int variants, int blocks) =>
        [.. Enumerable.Range(0, variants).Select(_ => new long[blocks])];
}
