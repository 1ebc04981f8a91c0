namespace ContextBench.Analysis.Comparisons;

/// <summary>A cost of operations in which candidates are compared with the baseline, launch by launch.</summary>
/// <param name="Name">See <see cref="Metric"/>.</param>
/// <param name="ValueUs">What a variant's operation costs in a launch, in µs.</param>
/// <param name="Estimate">What a launch says of a baseline and a candidate.</param>
internal sealed record CostMetric(
    string Name,
    Func<CountedLaunch, string, double> ValueUs,
    Func<CountedLaunch, string, string, LaunchEstimate> Estimate)
{
    /// <summary>Elapsed time of the slices without a collection.</summary>
    public static CostMetric Time { get; } = OfSlices(Metric.Time, batch => batch.ElapsedNs);

    /// <summary>CPU time of the process under test in the slices without a collection.</summary>
    public static CostMetric Cpu { get; } = OfSlices(Metric.Cpu, batch => batch.CpuNs!);

    /// <summary>
    /// Time with the collections that each variant causes: fine alternation shares them between the variants, so they
    /// are charged by allocated bytes.
    /// </summary>
    public static CostMetric Total { get; } = new(
        Metric.Total,
        (launch, variant) => Time.ValueUs(launch, variant) + launch.ChargeUs(variant),
        (launch, baseline, candidate) => Time.Estimate(launch, baseline, candidate).WithCharge(
            Time.ValueUs(launch, baseline) * 1e3,
            launch.ChargeUs(baseline) * 1e3,
            launch.ChargeUs(candidate) * 1e3));

    /// <summary>
    /// Elapsed time of all slices, nothing trimmed or left out: what a process apart takes in all, its collections
    /// among it.
    /// </summary>
    public static CostMetric TotalApart { get; } = OfSums(Metric.Total, batch => batch.ElapsedNs);

    /// <summary>CPU time of all slices of a process apart.</summary>
    public static CostMetric CpuApart { get; } = OfSums(Metric.Cpu, batch => batch.CpuNs!);

    private static CostMetric OfSums(string name, SliceCosts costs) => new(
        name,
        (launch, variant) => launch.MeanUs(costs, variant),
        (launch, baseline, candidate) => launch.EstimateOfSums(costs, baseline, candidate));

    private static CostMetric OfSlices(string name, SliceCosts costs) => new(
        name,
        (launch, variant) => launch.ValueUs(costs, variant),
        (launch, baseline, candidate) => launch.Estimate(costs, baseline, candidate));
}
