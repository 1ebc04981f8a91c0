using System.Globalization;
using ContextBench.Handlers;
using ContextBench.Measurement.Runs;
using ContextBench.Statistics;

namespace ContextBench.Reporting.Analysis;

/// <summary>Builds the comparisons of one tier: every candidate in every metric.</summary>
internal sealed class ComparisonTable(
    string runtime, RunPlan plan, TierPlan tier, IReadOnlyList<CountedLaunch> launches, bool isInvalid)
{
    private const double MicrosecondsPerSecond = 1e6;

    private readonly string _baseline = VariantCatalogue.Baseline.Name;
    private readonly Margin _margin = new(plan.MarginPercent);

    /// <summary>Builds them.</summary>
    /// <param name="time">Elapsed time, tested.</param>
    /// <param name="cpu">CPU time, tested; null where the machine's CPU clock is too coarse for slices.</param>
    public IReadOnlyList<Comparison> Build(TestedMetric time, TestedMetric? cpu) =>
    [
        .. plan.Variants
            .Where(variant => variant != _baseline)
            .SelectMany(candidate => OfCandidate(candidate, time, cpu)),
    ];

    private IEnumerable<Comparison> OfCandidate(string candidate, TestedMetric time, TestedMetric? cpu)
    {
        var elapsed = Tested(candidate, time);
        yield return elapsed;
        if (cpu is not null)
            yield return Tested(candidate, cpu);
        yield return Throughput(elapsed);
        yield return Allocated(candidate);
        if (launches.All(launch => launch.Record.Latencies.All(latencies => latencies is not null)))
        {
            yield return Latency(candidate, Metric.P50, latencies => latencies.P50Ns);
            yield return Latency(candidate, Metric.P99, latencies => latencies.P99Ns);
        }
    }

    private Comparison Tested(string candidate, TestedMetric metric)
    {
        var overhead = metric[candidate];
        Verdict? verdict = candidate == VariantCatalogue.Control.Name
            ? null
            : VerdictRule.Decide(
                overhead.Estimate,
                _margin,
                isInvalid || metric.Control == ControlOutcome.BeyondMargin,
                overhead.HasTail);
        List<Warning> warnings = [];
        if (overhead.HasTail)
            warnings.Add(Warning.Tail);
        if (verdict == Verdict.Equivalent)
            warnings.Add(Warning.MixedProcess);
        return Create(candidate, metric.Name, "µs", metric.BaselineUs, overhead.Estimate) with
        {
            Direction = overhead.Direction,
            Verdict = verdict,
            Warnings = warnings,
        };
    }

    private static Comparison Throughput(Comparison time)
    {
        var baseline = MicrosecondsPerSecond / time.BaselineValue;
        return time with
        {
            Metric = Metric.Throughput,
            Unit = "1/s",
            BaselineValue = baseline,
            CandidateValue = MicrosecondsPerSecond / time.CandidateValue,
            Difference = (MicrosecondsPerSecond / time.CandidateValue) - baseline,
            DifferenceLow = (MicrosecondsPerSecond / (time.BaselineValue + time.DifferenceHigh)) - baseline,
            DifferenceHigh = (MicrosecondsPerSecond / (time.BaselineValue + time.DifferenceLow)) - baseline,
            Direction = null,
            Verdict = null,
            Warnings = [],
        };
    }

    private Comparison Latency(
        string candidate, string metric, Func<Measurement.Observations.LatencySummary, long> percentile)
    {
        double Of(CountedLaunch launch, string variant) =>
            percentile(launch.Record.Latencies[launch.IndexOf(variant)]!) / 1e3;

        var overhead = OverheadEstimate.FromLaunches(
            [.. launches.Select(launch => Math.Log(Of(launch, candidate) / Of(launch, _baseline)))]);
        return Create(candidate, metric, "µs", launches.Average(launch => Of(launch, _baseline)), overhead);
    }

    private Comparison Allocated(string candidate)
    {
        var baseline = launches.Average(launch => launch.AllocatedBytes(_baseline));
        var differences = launches
            .Select(launch => launch.AllocatedBytes(candidate) - launch.AllocatedBytes(_baseline)).ToArray();
        var difference = differences.Average();
        var interval = MeanInterval.Of(differences, VerdictRule.DifferenceConfidence);
        double? Percent(double bytes) => baseline > 0 ? 100 * bytes / baseline : null;
        return Create(candidate, Metric.Allocated, "B", baseline, overhead: null) with
        {
            CandidateValue = baseline + difference,
            Difference = difference,
            DifferenceLow = interval.Low,
            DifferenceHigh = interval.High,
            OverheadPercent = Percent(difference),
            Low = Percent(interval.Low),
            High = Percent(interval.High),
        };
    }

    private Comparison Create(string candidate, string metric, string unit, double baseline, OverheadEstimate? overhead)
    {
        var interval = overhead?.At(VerdictRule.DifferenceConfidence);
        var equivalence = overhead?.At(VerdictRule.EquivalenceConfidence);
        double? Percent(double? logRatio) => logRatio is { } value ? OverheadEstimate.ToPercent(value) : null;
        double? Of(double? logRatio) => Percent(logRatio) * baseline / 100;
        var difference = Of(overhead?.LogRatio) ?? 0;
        return new Comparison
        {
            Engine = "paired",
            Runtime = runtime,
            Tier = tier.Tier,
            Residency = "together",
            Workload = Describe(plan.Workload),
            Connections = tier.Connections,
            Baseline = _baseline,
            Candidate = candidate,
            Metric = metric,
            Unit = unit,
            BaselineValue = baseline,
            CandidateValue = baseline + difference,
            Difference = difference,
            DifferenceLow = Of(interval?.Low),
            DifferenceHigh = Of(interval?.High),
            OverheadPercent = Percent(overhead?.LogRatio),
            Low = Percent(interval?.Low),
            High = Percent(interval?.High),
            EquivalenceLow = Percent(equivalence?.Low),
            EquivalenceHigh = Percent(equivalence?.High),
            Confidence = VerdictRule.DifferenceConfidence,
            Launches = launches.Count,
            Direction = null,
            Verdict = null,
            Warnings = [],
        };
    }

    private static string Describe(Workload workload) => string.Create(
        CultureInfo.InvariantCulture,
        $"emails={workload.Emails} send={workload.Send} " +
        $"work-us={workload.WorkMicroseconds} sink={workload.Sink}").ToLowerInvariant();
}
