namespace ContextBench.Analysis.Launches;

/// <summary>A launch that counts, with its batches.</summary>
/// <param name="Record">The launch's own record.</param>
/// <param name="Batches">Its batches, in order.</param>
internal sealed record CountedLaunch(LaunchObservation Record, IReadOnlyList<BatchObservation> Batches)
    : ICountedLaunch
{
    public double? BusyShare => (double?)Record.SliceCpuNs / Record.SliceElapsedNs;

    public double? GeneratorCpuUs =>
        TierCatalogue.Get(Record.Tier).IsServer ? Record.GeneratorCpuNs / 1e3 / Record.Operations : null;

    public double? UnderTestCpuUs => Record.SliceCpuNs / 1e3 / Record.Operations;

    /// <summary>Launches without a fault whose own record was written, each with its batches.</summary>
    public static IReadOnlyList<CountedLaunch> From(IReadOnlyCollection<Observation> observations, string tier) =>
    [
        .. FaultlessLaunches.Of<BatchObservation>(observations, tier, batch => (batch.Tier, batch.Launch))
            .Select(launch => new CountedLaunch(launch.Record, [.. launch.Parts.OrderBy(batch => batch.Batch)]))
            .Where(launch => launch.IsWhole),
    ];

    /// <summary>
    /// The share of slices in which the CPU clock moved: under 1 where it is coarser than a slice, null without one.
    /// </summary>
    public double? UsableCpuShare => Record.SliceCpuNs is null
        ? null
        : Batches.SelectMany(batch => batch.CpuNs!).SelectMany(slices => slices).Average(ns => ns > 0 ? 1.0 : 0.0);

    public int IndexOf(string variant) => Record.Variants.ToList().IndexOf(variant);

    /// <summary>
    /// What collecting costs in this launch, by allocated byte: the pauses, and what the slices after them take beyond
    /// the others; null where the runtime does not count allocated bytes, so that nothing can be charged.
    /// </summary>
    public CollectionCharge? Charge => field ??= Record.Runtime is { } runtime
        ? CollectionCharge.Of(
            Math.Max(0, runtime.PauseNs + Disturbed.AftermathExcessNs), runtime.AllocatedBytes)
        : null;

    /// <summary>Whether the runtime counts allocated bytes.</summary>
    public bool CountsAllocations => Record.Allocations.Count > 0;

    /// <summary>
    /// The share of slices that a collection fell into or that came shortly after one, which are left out of all
    /// estimates of time.
    /// </summary>
    public double DisturbedShare =>
        (double)Batches.Sum(batch => Disturbed[batch].Sum(slices => slices.Count(isDisturbed => isDisturbed)))
            / (Record.Blocks * Record.Variants.Count);

    /// <summary>The slices whose clock went backwards.</summary>
    public int BackwardSlices => Batches.Sum(batch => batch.Orders.Select((order, block) =>
        order.Count(variant => WentBackwards(batch, variant, block))).Sum());

    /// <summary>The blocks that an estimate of a candidate's cost over the baseline's rests on.</summary>
    /// <returns>Such blocks, and the batches with one.</returns>
    public (int Blocks, int Batches) Usable(string baseline, string candidate)
    {
        var (from, to) = (IndexOf(baseline), IndexOf(candidate));
        int[] kept = [.. Batches.Select(batch => LeftOut(batch, from, to).Count(leftOut => !leftOut))];
        return (kept.Sum(), kept.Count(blocks => blocks > 0));
    }

    /// <summary>Elapsed time of all slices of a variant, nothing left out, in ns.</summary>
    public double ElapsedNs(string variant) => Sum(batch => batch.ElapsedNs, variant);

    /// <summary>
    /// The share of a variant's slices, nothing left out, in which the process under test did not run, 0 to 1: it
    /// waited, or was not given its processor. 0 where it used more than one. Needs a CPU clock.
    /// </summary>
    public double StandstillShare(string variant) =>
        Math.Max(0, 1 - (Sum(batch => batch.CpuNs!, variant) / ElapsedNs(variant)));

    /// <summary>
    /// The costs of the baseline and a candidate, block by block; those that a collection disturbed are left out.
    /// </summary>
    public PairedBatch[] Pairs(SliceCosts costs, string baseline, string candidate)
    {
        var (from, to) = (IndexOf(baseline), IndexOf(candidate));
        return [.. Batches.Select(batch =>
            new PairedBatch(costs(batch)[from], costs(batch)[to], LeftOut(batch, from, to)))];
    }

    /// <summary>
    /// What a variant's operation costs, in µs: the mean over batches of the trimmed mean of its slices, those
    /// that a collection disturbed left out.
    /// </summary>
    public double ValueUs(SliceCosts costs, string variant)
    {
        var index = IndexOf(variant);
        var means =
            from batch in Batches
            let leftOut = LeftOut(batch, index)
            let slices = costs(batch)[index].Where((_, block) => !leftOut[block]).Select(ns => (double)ns).ToArray()
            where slices.Length > 0
            select TrimmedMean.Of(slices);
        return means.Average() / Record.SliceOperations / 1e3;
    }

    /// <summary>
    /// What a variant's operation costs, in µs: the mean of all its slices but those whose clock went backwards.
    /// </summary>
    public double MeanUs(SliceCosts costs, string variant)
    {
        var index = IndexOf(variant);
        return Batches
            .SelectMany(batch => costs(batch)[index].Where((_, block) => !WentBackwards(batch, index, block)))
            .Average() / Record.SliceOperations / 1e3;
    }

    /// <summary>What collecting a variant's bytes costs, in µs an operation; 0 where nothing can be charged.</summary>
    public double ChargeUs(string variant) => Charge?.ForBytes(AllocatedBytes(variant)) / 1e3 ?? 0;

    /// <summary>
    /// For each variant, how much more expensive a slice after it is than one after the others, as a log-ratio; null
    /// where the launch's orders cannot tell.
    /// </summary>
    public double[]? PredecessorEffects() => Statistics.PredecessorEffects.OfLaunch([.. Batches.Select(batch =>
        new OrderedBatch(
            batch.Orders,
            batch.ElapsedNs,
            [.. Record.Variants.Select((_, variant) => LeftOut(batch, variant))]))]);

    /// <summary>
    /// Allocated bytes of a variant's operation: the median of the rounds, which a stray background allocation cannot
    /// move.
    /// </summary>
    public double AllocatedBytes(string variant) => Median.Of(Record.Allocations[IndexOf(variant)].BytesPerOperation);

    /// <summary>What the requests of a variant took, which not every launch has a record of.</summary>
    public LatencySummary Latency(string variant) => Record.Latencies[IndexOf(variant)]!;

    private DisturbedSlices Disturbed => field ??= new DisturbedSlices(Batches);

    // A record without all of its batches, from a damaged file, is no measurement.
    private bool IsWhole =>
        Batches.Count > 0
        && Batches.Sum(batch => batch.Orders.Length) == Record.Blocks
        && (Record.Allocations.Count == Record.Variants.Count || !CountsAllocations)
        && Batches.All(batch => IsWholeIn(batch, batch.ElapsedNs))
        && Batches.All(batch =>
            batch.CpuNs is { } cpuNs ? IsWholeIn(batch, cpuNs) : Record.SliceCpuNs is null)
        && Batches.All(batch => batch.Collected.Length == Record.Variants.Count)
        && Batches.All(batch => batch.Orders.All(order =>
            order.Order().SequenceEqual(Enumerable.Range(0, Record.Variants.Count))))
        && Batches.All(batch => batch.Collected.All(blocks =>
            blocks.All(block => block >= 0 && block < batch.Orders.Length)));

    private double Sum(SliceCosts costs, string variant)
    {
        var index = IndexOf(variant);
        return Batches.Sum(batch => (double)costs(batch)[index].Sum());
    }

    // Blocks with a slice that a collection disturbed, or that no clock can have measured.
    private bool[] LeftOut(BatchObservation batch, params int[] variants)
    {
        var disturbed = Disturbed[batch];
        return [.. Enumerable.Range(0, batch.Orders.Length).Select(block =>
            variants.Any(variant => disturbed[variant][block] || WentBackwards(batch, variant, block)))];
    }

    private static bool WentBackwards(BatchObservation batch, int variant, int block) =>
        Clock.WentBackwards(batch.ElapsedNs[variant][block], batch.CpuNs?[variant][block]);

    private bool IsWholeIn(BatchObservation batch, long[][] costs) =>
        costs.Length == Record.Variants.Count && costs.All(slices => slices.Length == batch.Orders.Length);
}

/// <summary>Picks a cost of every variant's slices in a batch, in ns.</summary>
/// <param name="batch">The batch.</param>
internal delegate long[][] SliceCosts(BatchObservation batch);
