namespace ContextBench.Statistics;

/// <summary>What one launch says about a candidate's cost over the baseline's.</summary>
/// <param name="LogRatio">
/// ln(candidate / baseline): the mean over batches of a batch's trimmed log-ratio
/// (<see cref="PairedBatch.TrimmedLogRatio"/>).
/// </param>
/// <param name="StandardError">
/// The error of <paramref name="LogRatio"/> within the launch, from the spread between batches: their standard
/// deviation over the root of their number. NaN with one batch.
/// </param>
/// <param name="UntrimmedLogRatio">
/// ln(sum of the candidate's costs / sum of the baseline's) over all blocks but those left out: sees the rare large
/// costs that trimming drops.
/// </param>
/// <param name="Batches">The number of batches with a usable block, at least 1.</param>
/// <param name="Blocks">The number of usable blocks, at least 1.</param>
public readonly record struct LaunchEstimate(
    double LogRatio, double StandardError, double UntrimmedLogRatio, int Batches, int Blocks)
{
    /// <summary>
    /// <see cref="UntrimmedLogRatio"/> with each cost held to <see cref="PairedBatch.CapFactor"/> times the median of
    /// its variant in its batch: sees costs that are a few times the usual without the noise of those that are
    /// hundreds of times, which a machine's own disturbances are.
    /// </summary>
    public double CappedLogRatio { get; init; } = UntrimmedLogRatio;

    /// <summary>Estimates a launch from its batches, in which neighbouring blocks may be correlated.</summary>
    /// <exception cref="ArgumentException">
    /// There is no batch, or no block with two positive costs among those not left out.
    /// </exception>
    public static LaunchEstimate From(IReadOnlyList<PairedBatch> batches)
    {
        double[] logRatios = [.. batches.Select(batch => batch.TrimmedLogRatio()).OfType<double>()];
        if (logRatios.Length == 0)
        {
            throw new ArgumentException(
                "a launch needs a block that is not left out and in which both variants cost more than 0; got none: "
                + "use longer slices or more blocks",
                nameof(batches));
        }

        var means = SampleMoments.Of(logRatios);
        return new LaunchEstimate(
            means.Mean, means.StandardError, RatioOfSums(batches), means.Count,
            batches.Sum(batch => batch.UsableBlocks().Count()))
        {
            CappedLogRatio = RatioOf(batches, (batch, costs) => batch.CappedSumOfKept(costs)),
        };
    }

    /// <summary>A launch that says one number, of which nothing tells how good it is.</summary>
    /// <remarks>With errors of 0 all launches weigh the same, and the spread between them is all their error.</remarks>
    /// <param name="logRatio">ln(candidate / baseline).</param>
    public static LaunchEstimate OfOne(double logRatio) => new(logRatio, 0, logRatio, Batches: 1, Blocks: 1);

    /// <summary>
    /// Estimates a launch from the sums of its batches, from which nothing is trimmed: the log-ratio of all costs, with
    /// the error that the spread between the batches' own log-ratios of sums gives it.
    /// </summary>
    /// <param name="batches">The batches; costs may be any that add up.</param>
    /// <exception cref="ArgumentException">
    /// There is no batch in which both variants' costs add up to more than 0.
    /// </exception>
    public static LaunchEstimate OfSums(IReadOnlyList<PairedBatch> batches)
    {
        PairedBatch[] usable =
            [.. batches.Where(batch => batch.SumOfKept(batch.Baseline) > 0 && batch.SumOfKept(batch.Candidate) > 0)];
        if (usable.Length == 0)
            throw new ArgumentException("a launch needs a batch with costs above 0; got none", nameof(batches));

        var logRatio = RatioOfSums(batches);
        var spread = SampleMoments.Of([.. usable.Select(batch => RatioOfSums([batch]))]);
        return new LaunchEstimate(
            logRatio, spread.StandardError, logRatio, usable.Length, usable.Sum(batch => batch.UsableBlocks().Count()));
    }

    /// <summary>
    /// The estimate of total cost, time and collection charge, from this one of time:
    /// ln((t·eˣ + candidate's charge) / (t + baseline's charge)).
    /// </summary>
    /// <remarks>
    /// The error is that of the log-ratio times the derivative, t·eˣ / (t·eˣ + candidate's charge): what the launch's
    /// batches say of the time. The charges are taken as they are; where they differ between launches, they show in
    /// the spread between those.
    /// </remarks>
    /// <param name="baselineTimeNs">The baseline's time per operation, t, in nanoseconds, above 0.</param>
    /// <param name="baselineChargeNs">The baseline's charge per operation, in nanoseconds, at least 0.</param>
    /// <param name="candidateChargeNs">The candidate's charge per operation, in nanoseconds, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time or charge is out of range or not finite.</exception>
    public LaunchEstimate WithCharge(double baselineTimeNs, double baselineChargeNs, double candidateChargeNs)
    {
        if (!(baselineTimeNs > 0 && double.IsFinite(baselineTimeNs)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(baselineTimeNs), baselineTimeNs, "need a finite time above 0");
        }

        CollectionCharge.NonNegative(baselineChargeNs, nameof(baselineChargeNs));
        CollectionCharge.NonNegative(candidateChargeNs, nameof(candidateChargeNs));
        return this with
        {
            LogRatio = Charged(LogRatio),
            StandardError = StandardError / (1 + ChargeOverTime(LogRatio)),
            UntrimmedLogRatio = Charged(UntrimmedLogRatio),
            CappedLogRatio = Charged(CappedLogRatio),
        };

        // Written as a difference to the log-ratio of time, so that charges of 0 change nothing, not even by rounding.
        double Charged(double logRatio) =>
            logRatio + double.LogP1(ChargeOverTime(logRatio)) - double.LogP1(baselineChargeNs / baselineTimeNs);

        double ChargeOverTime(double logRatio) => candidateChargeNs / (baselineTimeNs * Math.Exp(logRatio));
    }

    // Blocks in which a coarse clock did not move are part of the sums: the tick fell into another block.
    private static double RatioOfSums(IReadOnlyList<PairedBatch> batches) =>
        RatioOf(batches, (batch, costs) => batch.SumOfKept(costs));

    private static double RatioOf(
        IReadOnlyList<PairedBatch> batches, Func<PairedBatch, IReadOnlyList<long>, double> sum)
    {
        var baseline = batches.Sum(batch => sum(batch, batch.Baseline));
        var candidate = batches.Sum(batch => sum(batch, batch.Candidate));
        return baseline > 0 && candidate > 0
            ? Math.Log(candidate / baseline)
            : throw new ArgumentException(
                $"a launch's costs must add up to more than 0; got {baseline} and {candidate}");
    }
}
