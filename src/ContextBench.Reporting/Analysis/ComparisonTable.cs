using System.Globalization;
using ContextBench.Handlers;
using ContextBench.Measurement.Launches;
using ContextBench.Measurement.Runs;
using ContextBench.Statistics;

namespace ContextBench.Reporting.Analysis;

/// <summary>Builds the comparisons of one tier: every candidate in every metric.</summary>
internal sealed class ComparisonTable(
    string runtime, RunPlan plan, TierPlan tier, string baseline, IReadOnlyList<CountedLaunch> launches,
    bool isInvalid)
{
    private const double MicrosecondsPerSecond = 1e6;

    private readonly Margin _margin = new(plan.MarginPercent);

    /// <summary>Builds them.</summary>
    /// <param name="tested">The costs that were tested; a machine may have no CPU clock fine enough.</param>
    public IReadOnlyList<Comparison> Build(IReadOnlyList<TestedMetric> tested) =>
    [
        .. plan.Variants
            .Where(variant => variant != baseline)
            .SelectMany(candidate => OfCandidate(candidate, tested)),
    ];

    private bool IsApart => plan.Load.Residency == Residency.Apart;

    private IEnumerable<Comparison> OfCandidate(string candidate, IReadOnlyList<TestedMetric> tested)
    {
        foreach (var metric in tested)
        {
            var comparison = Tested(candidate, metric);
            yield return comparison;
            if (metric.Name == (IsApart ? Metric.Total : Metric.Time))
                yield return Throughput(comparison);
        }

        if (!IsApart)
            yield return PerLaunch(candidate, Metric.Gc, "µs", (launch, variant) => launch.ChargeUs(variant));
        if (launches.All(launch => launch.CountsAllocations))
        {
            yield return PerLaunch(
                candidate, Metric.Allocated, "B", (launch, variant) => launch.AllocatedBytes(variant));
        }

        if (launches.All(launch => launch.Record.Latencies.All(latencies => latencies is not null)))
        {
            yield return Latency(candidate, Metric.P50, latencies => latencies.P50Ns);
            yield return Latency(candidate, Metric.P99, latencies => latencies.P99Ns);
        }
    }

    private Comparison Tested(string candidate, TestedMetric metric)
    {
        var overhead = metric[candidate];
        var plain = overhead.Plain.At(VerdictRule.DifferenceConfidence);
        var comparison = Create(candidate, metric.Name, "µs", metric.BaselineUs, overhead.Estimate) with
        {
            UntrimmedPercent = OverheadEstimate.ToPercent(overhead.UntrimmedLogRatio),
            PlainLow = OverheadEstimate.ToPercent(plain.Low),
            PlainHigh = OverheadEstimate.ToPercent(plain.High),
            PermutationP = overhead.PermutationP,
            Warnings = overhead.HasTail ? [Warning.Tail] : [],
        };
        return metric.Name == Metric.Total && candidate != VariantCatalogue.Control.Name
            ? Judged(comparison, overhead)
            : comparison;
    }

    private Comparison Judged(Comparison comparison, TestedOverhead overhead)
    {
        var verdict = VerdictRule.Decide(overhead.Estimate, _margin, isInvalid, overhead.HasTail);
        return comparison with
        {
            Direction = overhead.Direction,
            Verdict = verdict,
            LaunchesNeeded = verdict == Verdict.Inconclusive
                ? LaunchesNeeded.ForVerdict(overhead.Estimate, _margin, neverEquivalent: overhead.HasTail)
                : null,
            Warnings = verdict == Verdict.Equivalent && !IsApart
                ? [.. comparison.Warnings, Warning.MixedProcess]
                : comparison.Warnings,
        };
    }

    private static Comparison Throughput(Comparison time)
    {
        var perSecond = MicrosecondsPerSecond / time.BaselineValue;
        return time with
        {
            Metric = Metric.Throughput,
            Unit = "1/s",
            BaselineValue = perSecond,
            CandidateValue = MicrosecondsPerSecond / time.CandidateValue,
            Difference = (MicrosecondsPerSecond / time.CandidateValue) - perSecond,
            DifferenceLow = (MicrosecondsPerSecond / (time.BaselineValue + time.DifferenceHigh)) - perSecond,
            DifferenceHigh = (MicrosecondsPerSecond / (time.BaselineValue + time.DifferenceLow)) - perSecond,
            Direction = null,
            Verdict = null,
            LaunchesNeeded = null,
            Warnings = [],
        };
    }

    private Comparison Latency(
        string candidate, string metric, Func<Measurement.Observations.LatencySummary, long> percentile)
    {
        double Of(CountedLaunch launch, string variant) =>
            percentile(launch.Record.Latencies[launch.IndexOf(variant)]!) / 1e3;

        var overhead = OverheadEstimate.FromLaunches(
            [.. launches.Select(launch => Math.Log(Of(launch, candidate) / Of(launch, baseline)))]);
        return Create(candidate, metric, "µs", launches.Average(launch => Of(launch, baseline)), overhead);
    }

    // What a launch counts or computes, rather than times: differences between launches are all its noise.
    private Comparison PerLaunch(
        string candidate, string metric, string unit, Func<CountedLaunch, string, double> value)
    {
        var baselineValue = launches.Average(launch => value(launch, baseline));
        var differences = launches.Select(launch => value(launch, candidate) - value(launch, baseline)).ToArray();
        var difference = differences.Average();
        var interval = MeanInterval.Of(differences, VerdictRule.DifferenceConfidence);
        double? Percent(double amount) => baselineValue > 0 ? 100 * amount / baselineValue : null;
        return Create(candidate, metric, unit, baselineValue, overhead: null) with
        {
            CandidateValue = baselineValue + difference,
            Difference = difference,
            DifferenceLow = interval.Low,
            DifferenceHigh = interval.High,
            OverheadPercent = Percent(difference),
            Low = Percent(interval.Low),
            High = Percent(interval.High),
        };
    }

    private Comparison Create(
        string candidate, string metric, string unit, double baselineValue, OverheadEstimate? overhead)
    {
        var interval = overhead?.At(VerdictRule.DifferenceConfidence);
        var equivalence = overhead?.At(VerdictRule.EquivalenceConfidence);
        double? Percent(double? logRatio) => logRatio is { } value ? OverheadEstimate.ToPercent(value) : null;
        double? Of(double? logRatio) => Percent(logRatio) * baselineValue / 100;
        var difference = Of(overhead?.LogRatio) ?? 0;
        return new Comparison
        {
            Engine = "paired",
            Runtime = runtime,
            Tier = tier.Tier,
            Residency = plan.Load.Residency.ToString().ToLowerInvariant(),
            Workload = Describe(plan.Workload),
            Connections = tier.Connections,
            Baseline = baseline,
            Candidate = candidate,
            Metric = metric,
            Unit = unit,
            BaselineValue = baselineValue,
            CandidateValue = baselineValue + difference,
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
            UntrimmedPercent = null,
            PlainLow = null,
            PlainHigh = null,
            PermutationP = null,
            LaunchesNeeded = null,
            Warnings = [],
        };
    }

    private static string Describe(Workload workload) => string.Create(
        CultureInfo.InvariantCulture,
        $"emails={workload.Emails} send={workload.Send} " +
        $"work-us={workload.WorkMicroseconds} sink={workload.Sink}").ToLowerInvariant();
}
