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

    public IReadOnlyList<Comparison> Build()
    {
        var candidates = plan.Variants.Where(variant => variant != _baseline).ToArray();
        var time = Tested(candidates, Metric.Time, batch => batch.ElapsedNs);
        var cpu = Tested(candidates, Metric.Cpu, batch => batch.CpuNs);
        return [.. candidates.SelectMany((candidate, i) => OfCandidate(candidate, time[i], cpu[i]))];
    }

    private IEnumerable<Comparison> OfCandidate(string candidate, Comparison time, Comparison cpu)
    {
        yield return time;
        yield return cpu;
        yield return Throughput(time);
        yield return Allocated(candidate);
        if (launches.All(launch => launch.Record.Latencies.All(latencies => latencies is not null)))
        {
            yield return Latency(candidate, Metric.P50, latencies => latencies.P50Ns);
            yield return Latency(candidate, Metric.P99, latencies => latencies.P99Ns);
        }
    }

    // All candidates of a metric are one family: how many are tested decides how sure each has to be.
    private Comparison[] Tested(string[] candidates, string metric, SliceCosts costs)
    {
        var estimates = candidates
            .Select(candidate => launches.Select(launch => launch.Estimate(costs, _baseline, candidate)).ToArray())
            .ToArray();
        var overheads = estimates
            .Select(perLaunch => OverheadEstimate.FromLaunches([.. perLaunch.Select(launch => launch.LogRatio)]))
            .ToArray();
        var isCandidate = candidates.Select(name => name != VariantCatalogue.Control.Name).ToArray();
        var directions = new Queue<Direction>(DirectionRule.Decide([.. overheads.Where((_, i) => isCandidate[i])]));
        var baselineUs = launches.Average(launch => launch.ValueUs(costs, _baseline));

        return [.. candidates.Select((candidate, i) =>
        {
            var hasTail = TailCheck.Warns(estimates[i]);
            var verdict = isCandidate[i]
                ? VerdictRule.Decide(overheads[i], _margin, isInvalid, hasTail)
                : (Verdict?)null;
            List<Warning> warnings = [];
            if (hasTail)
                warnings.Add(Warning.Tail);
            if (verdict == Verdict.Equivalent)
                warnings.Add(Warning.MixedProcess);
            return Create(candidate, metric, "µs", baselineUs, overheads[i]) with
            {
                Direction = isCandidate[i] ? directions.Dequeue() : null,
                Verdict = verdict,
                Warnings = warnings,
            };
        })];
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
