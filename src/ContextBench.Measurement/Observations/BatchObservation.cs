using System.Text.Json.Serialization;

namespace ContextBench.Measurement.Observations;

/// <summary>A batch of consecutive blocks of one launch.</summary>
public sealed record BatchObservation : Observation
{
    /// <summary>Creates an empty batch to be filled.</summary>
    /// <param name="tier">The tier.</param>
    /// <param name="launch">The launch's number within its tier, from 1.</param>
    /// <param name="batch">The batch's number within its launch, from 0.</param>
    /// <param name="variants">Number of variants.</param>
    /// <param name="blocks">Number of blocks.</param>
    public BatchObservation(string tier, int launch, int batch, int variants, int blocks)
    {
        Tier = tier;
        Launch = launch;
        Batch = batch;
        Orders = new int[blocks][];
        ElapsedNs = [.. Enumerable.Range(0, variants).Select(_ => new long[blocks])];
        CpuNs = [.. Enumerable.Range(0, variants).Select(_ => new long[blocks])];
        Collected = [.. Enumerable.Range(0, variants).Select(_ => Array.Empty<int>())];
    }

    /// <summary>Creates a batch as it was written.</summary>
    /// <param name="tier">The tier.</param>
    /// <param name="launch">The launch's number within its tier, from 1.</param>
    /// <param name="batch">The batch's number within its launch, from 0.</param>
    /// <param name="orders">See <see cref="Orders"/>.</param>
    /// <param name="elapsedNs">See <see cref="ElapsedNs"/>.</param>
    /// <param name="cpuNs">See <see cref="CpuNs"/>.</param>
    /// <param name="collected">See <see cref="Collected"/>; runs of older versions did not record it.</param>
    [JsonConstructor]
    public BatchObservation(
        string tier, int launch, int batch, int[][] orders, long[][] elapsedNs, long[][] cpuNs,
        int[][]? collected = null)
    {
        Tier = tier;
        Launch = launch;
        Batch = batch;
        Orders = orders;
        ElapsedNs = elapsedNs;
        CpuNs = cpuNs;
        Collected = collected ?? [.. elapsedNs.Select(_ => Array.Empty<int>())];
    }

    /// <summary>The tier.</summary>
    public string Tier { get; }

    /// <summary>The launch's number within its tier, from 1.</summary>
    public int Launch { get; }

    /// <summary>The batch's number within its launch, from 0.</summary>
    public int Batch { get; }

    /// <summary>For each block, the variants' indices in the order in which their slices ran.</summary>
    public int[][] Orders { get; }

    /// <summary>For each variant and block, the slice's elapsed time in ns.</summary>
    public long[][] ElapsedNs { get; }

    /// <summary>For each variant and block, the CPU time of the process under test in the slice, in ns.</summary>
    public long[][] CpuNs { get; }

    /// <summary>For each variant, the blocks in which a collection fell into its slice, ascending.</summary>
    public int[][] Collected { get; init; }
}
