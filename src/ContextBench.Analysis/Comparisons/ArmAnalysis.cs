namespace ContextBench.Analysis.Comparisons;

/// <summary>
/// Compares variants that were measured one after the other: the log-ratios of a launch's arms, all launches counting
/// the same, since nothing within a launch tells how good it is.
/// </summary>
internal sealed class ArmAnalysis(MeasuredTier measured)
    : LaunchAnalysis<ArmLaunch>(measured, ArmLaunch.From(measured.Observations, measured.Tier.Tier))
{
    public override TierResult Report()
    {
        // A time below 0 has no logarithm, and nothing else of its arm can be trusted.
        TestedMetric[] tested = !HasEnough || Launches.Any(launch => launch.BackwardArms > 0)
            ? []
            :
            [
                Test(Metric.Total, (launch, variant) => launch.TimeUs(variant)),
                Test(Metric.Cpu, (launch, variant) => launch.ServerCpuUs(variant)),
            ];
        var busyShare = MedianOf(launch => launch.BusyShare);
        return Result(
            tested, Check(tested),
            factory => Contrast.Candidates.SelectMany(candidate => OfCandidate(factory, candidate, tested)),
            busyShare < Warning.LeastBusyShare ? [Warning.Idle(busyShare.Value)] : []) with
        {
            BusyShare = busyShare,
            GeneratorCpuUs = MedianOf(launch => launch.GeneratorCpuUs),
        };
    }

    // These engines record neither whether they were steady nor blocks.
    private IEnumerable<Finding?> Check(IReadOnlyList<TestedMetric> tested)
    {
        yield return ClockCheck.Of([.. Launches.Select(launch => launch.BackwardArms)], "arms");
        yield return GeneratorCheck.Of(
            [.. Launches.Select(launch => (launch.GeneratorCpuUs, (double?)launch.UnderTestCpuUs))]);
        foreach (var metric in tested)
            yield return NoiseFloorCheck.Of(metric.Name, metric.Control, isJudged: metric.Name == Metric.Total);
    }

    private TestedMetric Test(string name, Func<ArmLaunch, string, double> valueUs) => new(
        name,
        Launches.Average(launch => valueUs(launch, Contrast.Baseline)),
        Contrast,
        candidate => [.. Launches.Select(launch =>
            LaunchEstimate.OfOne(Math.Log(valueUs(launch, candidate) / valueUs(launch, Contrast.Baseline))))]);

    private IEnumerable<Comparison> OfCandidate(
        ComparisonFactory factory, string candidate, IReadOnlyList<TestedMetric> tested)
    {
        foreach (var metric in tested)
        {
            var comparison = factory.Tested(candidate, metric);
            yield return comparison;
            if (metric.Name == Metric.Total)
                yield return ComparisonFactory.Throughput(comparison, comparison.BaselineValue);
        }

        yield return Latency(factory, candidate, Metric.P50, arm => arm.P50Us);
        yield return Latency(factory, candidate, Metric.P99, arm => arm.P99Us);
    }

    private Comparison Latency(
        ComparisonFactory factory, string candidate, string metric, Func<ArmObservation, double> percentileUs)
    {
        var overhead = OverheadEstimate.FromLaunches([.. Launches.Select(launch =>
            Math.Log(percentileUs(launch.Arms[candidate]) / percentileUs(launch.Arms[Contrast.Baseline])))]);
        return factory.Create(
            candidate, metric, "µs",
            Launches.Average(launch => percentileUs(launch.Arms[Contrast.Baseline])), overhead);
    }
}
