namespace ContextBench.Analysis.Comparisons;

/// <summary>The costs that slices tell.</summary>
internal static class SliceMetrics
{
    /// <summary>Elapsed time of the slices without a collection.</summary>
    public static CostMetric<CountedLaunch> Time { get; } = OfSlices(Metric.Time, batch => batch.ElapsedNs);

    /// <summary>CPU time of the process under test in the slices without a collection.</summary>
    public static CostMetric<CountedLaunch> Cpu { get; } = OfSlices(Metric.Cpu, batch => batch.CpuNs!);

    /// <summary>
    /// Time with the collections that each variant causes: fine alternation shares them between the variants, so they
    /// are charged by allocated bytes.
    /// </summary>
    public static CostMetric<CountedLaunch> Total { get; } = new(
        Metric.Total,
        (launch, variant) => Time.ValueUs(launch, variant) + launch.ChargeUs(variant),
        (launch, baseline, candidate) => Time.Estimate(launch, baseline, candidate).WithCharge(
            Time.ValueUs(launch, baseline) * 1e3,
            launch.ChargeUs(baseline) * 1e3,
            launch.ChargeUs(candidate) * 1e3))
    {
        ServedUs = MeanUs(batch => batch.ElapsedNs),
    };

    /// <summary>
    /// Elapsed time of all slices, nothing trimmed or left out: what a process apart takes in all, its collections
    /// among it.
    /// </summary>
    public static CostMetric<CountedLaunch> TotalApart { get; } =
        OfSums(Metric.Total, batch => batch.ElapsedNs) with { ServedUs = MeanUs(batch => batch.ElapsedNs) };

    /// <summary>CPU time of all slices of a process apart.</summary>
    public static CostMetric<CountedLaunch> CpuApart { get; } = OfSums(Metric.Cpu, batch => batch.CpuNs!);

    private static CostMetric<CountedLaunch> OfSums(string name, SliceCosts costs) => new(
        name, MeanUs(costs),
        (launch, baseline, candidate) => LaunchEstimate.OfSums(launch.Pairs(costs, baseline, candidate)));

    private static CostMetric<CountedLaunch> OfSlices(string name, SliceCosts costs) => new(
        name,
        (launch, variant) => launch.ValueUs(costs, variant),
        (launch, baseline, candidate) => LaunchEstimate.From(launch.Pairs(costs, baseline, candidate)));

    private static Func<CountedLaunch, string, double> MeanUs(SliceCosts costs) =>
        (launch, variant) => launch.MeanUs(costs, variant);
}
