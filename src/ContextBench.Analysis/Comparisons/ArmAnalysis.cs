namespace ContextBench.Analysis.Comparisons;

/// <summary>
/// Compares variants that were measured one after the other: the log-ratios of a launch's arms, all launches counting
/// the same, since nothing within a launch tells how good it is.
/// </summary>
internal sealed class ArmAnalysis(MeasuredTier measured)
    : LaunchAnalysis<ArmLaunch>(measured, ArmLaunch.From(measured.Observations, measured.Tier.Tier))
{
    private static readonly CostMetric<ArmLaunch>[] Metrics =
    [
        Of(Metric.Total, (launch, variant) => launch.TimeUs(variant)) with
        {
            ServedUs = (launch, variant) => launch.TimeUs(variant),
        },
        Of(Metric.Cpu, (launch, variant) => launch.ServerCpuUs(variant)),
    ];

    public override TierResult Report()
    {
        // A time below 0 has no logarithm, and nothing else of its arm can be trusted.
        var tested = Test(launch => launch.BackwardArms > 0, Metrics);
        return Result(tested, Check(tested), []);
    }

    protected override IEnumerable<Comparison> Untested(ComparisonFactory factory, string candidate) =>
    [
        factory.Latency(candidate, Metric.P50, Pairs(candidate, (launch, variant) => launch.Arms[variant].P50Us)),
        factory.Latency(candidate, Metric.P99, Pairs(candidate, (launch, variant) => launch.Arms[variant].P99Us)),
    ];

    private static CostMetric<ArmLaunch> Of(string name, Func<ArmLaunch, string, double> valueUs) => new(
        name, valueUs,
        (launch, baseline, candidate) =>
            LaunchEstimate.OfOne(Math.Log(valueUs(launch, candidate) / valueUs(launch, baseline))));

    // These engines record neither whether they were steady nor blocks.
    private IEnumerable<Finding?> Check(IReadOnlyList<TestedMetric> tested) =>
    [
        ValidityChecks.ClockBackwards([.. Launches.Select(launch => launch.BackwardArms)], "arms"),
        ValidityChecks.GeneratorLimited([.. Launches.Select(launch => (launch.GeneratorCpuUs, launch.UnderTestCpuUs))]),
        .. NoiseFloors(tested, total: Metrics[0]),
    ];
}
