using ContextBench.Analysis.Launches;
using ContextBench.Analysis.Results;
using ContextBench.Analysis.Validity;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Records;
using ContextBench.Statistics;

namespace ContextBench.Analysis.Comparisons;

/// <summary>
/// Compares variants that were measured one after the other: the log-ratios of a launch's arms, all launches counting
/// the same, since nothing within a launch tells how good it is.
/// </summary>
internal sealed class ArmAnalysis
{
    private readonly EnvironmentManifest _environment;
    private readonly TierPlan _tier;
    private readonly Contrast _contrast;
    private readonly IReadOnlyList<ArmLaunch> _launches;
    private readonly LaunchTally _tally;

    public ArmAnalysis(
        EnvironmentManifest environment, TierPlan tier, IReadOnlyCollection<Observation> observations,
        Contrast contrast)
    {
        _environment = environment;
        _tier = tier;
        _contrast = contrast;
        _launches = ArmLaunch.From(observations, tier.Tier);
        _tally = new LaunchTally(tier, observations, _launches.Count);
    }

    public TierResult Report()
    {
        // A time below 0 has no logarithm, and nothing else of its arm can be trusted.
        var cannotTell = _launches.Count < OverheadEstimate.FewestLaunches
            || _launches.Any(launch => launch.BackwardArms > 0);
        TestedMetric[] tested = cannotTell
            ? []
            :
            [
                Test(Metric.Total, (launch, variant) => launch.TimeUs(variant)),
                Test(Metric.Cpu, (launch, variant) => launch.ServerCpuUs(variant)),
            ];
        Finding[] findings = [.. Check(tested).OfType<Finding>()];
        var isInvalid = findings.Any(finding => finding.IsInvalid);
        var factory = new ComparisonFactory(_environment, _tier, _contrast, _launches.Count, isInvalid);
        return new TierResult
        {
            Plan = _tier,
            Study = _contrast.Study,
            Load = _environment.Plan.Load,
            Comparisons = tested.Length == 0
                ? []
                : [.. _contrast.Candidates.SelectMany(candidate => OfCandidate(factory, candidate, tested))],
            CountedLaunches = _launches.Count,
            IsInvalid = isInvalid,
            BusyShare = _launches.Count > 0 ? Median.Of(_launches.Select(launch => launch.BusyShare)) : null,
            GeneratorCpuUs = _launches.Select(launch => launch.GeneratorCpuUs).OfType<double>().ToArray() is
            { Length: > 0 } costs ? Median.Of(costs) : null,
            MostSteal = _launches.Max(launch => launch.Record.StealShare),
            Launches = [.. tested.SelectMany(metric => metric.ValuesOf(Records))],
            Warnings = [.. findings.Select(finding => finding.Warning), .. Warnings()],
        };
    }

    private LaunchObservation[] Records => [.. _launches.Select(launch => launch.Record)];

    // These engines record neither whether they were steady nor blocks.
    private IEnumerable<Finding?> Check(IReadOnlyList<TestedMetric> tested)
    {
        yield return FaultCheck.Of(_tally.Finished, _launches.Count);
        yield return ClockCheck.Of([.. _launches.Select(launch => launch.BackwardArms)], "arms");
        yield return GeneratorCheck.Of(
            [.. _launches.Select(launch => (launch.GeneratorCpuUs, launch.UnderTestCpuUs))]);
        foreach (var metric in tested)
            yield return NoiseFloorCheck.Of(metric.Name, metric.Control, isJudged: metric.Name == Metric.Total);
    }

    private IEnumerable<Warning> Warnings()
    {
        foreach (var warning in _tally.Warnings())
            yield return warning;
        if (_launches.Count > 0 && Median.Of(_launches.Select(launch => launch.BusyShare)) is var busy
            && busy < Warning.LeastBusyShare)
            yield return Warning.Idle(busy);
    }

    private TestedMetric Test(string name, Func<ArmLaunch, string, double> valueUs) => new(
        name,
        _launches.Average(launch => valueUs(launch, _contrast.Baseline)),
        _contrast,
        candidate => [.. _launches.Select(launch =>
            LaunchEstimate.OfOne(Math.Log(valueUs(launch, candidate) / valueUs(launch, _contrast.Baseline))))]);

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
        var overhead = OverheadEstimate.FromLaunches([.. _launches.Select(launch =>
            Math.Log(percentileUs(launch.Arms[candidate]) / percentileUs(launch.Arms[_contrast.Baseline])))]);
        return factory.Create(
            candidate, metric, "µs",
            _launches.Average(launch => percentileUs(launch.Arms[_contrast.Baseline])), overhead);
    }
}
