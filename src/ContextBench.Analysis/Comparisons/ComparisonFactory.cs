namespace ContextBench.Analysis.Comparisons;

/// <summary>Makes the comparisons of one tier, whatever measured it.</summary>
/// <param name="measured">The tier.</param>
/// <param name="launches">Number of launches counted.</param>
/// <param name="isInvalid">Whether a validity check fired.</param>
/// <param name="judgedMetric">The one metric that the verdict is about.</param>
internal sealed class ComparisonFactory(MeasuredTier measured, int launches, bool isInvalid, string judgedMetric)
{
    private const double MicrosecondsPerSecond = 1e6;

    /// <summary>A candidate in a metric that was tested, and in the throughput that belongs to it.</summary>
    public IEnumerable<Comparison> Tested(string candidate, TestedMetric metric)
    {
        var overhead = metric.Overheads[candidate];
        var plain = overhead.Plain.At(VerdictRule.DifferenceConfidence);
        var comparison = Create(candidate, metric.Name, "µs", metric.BaselineUs, overhead.Estimate) with
        {
            UntrimmedPercent = OverheadEstimate.ToPercent(overhead.UntrimmedLogRatio),
            PlainLow = OverheadEstimate.ToPercent(plain.Low),
            PlainHigh = OverheadEstimate.ToPercent(plain.High),
            PermutationP = overhead.PermutationP,
            Warnings = overhead.HasTail ? [Warning.Tail] : [],
        };
        yield return metric.Name == judgedMetric && candidate != measured.Contrast.Study.Control
            ? Judged(comparison, overhead)
            : comparison;
        if (metric.ServedUs is { } servedUs)
            yield return Throughput(comparison, servedUs);
    }

    /// <summary>A latency, not tested: what each launch measured of the baseline and the candidate, in µs.</summary>
    public Comparison Latency(string candidate, string metric, (double Baseline, double Candidate)[] values) => Create(
        candidate, metric, "µs", values.Average(launch => launch.Baseline),
        OverheadEstimate.FromLaunches([.. values.Select(launch => Math.Log(launch.Candidate / launch.Baseline))]));

    /// <summary>
    /// What a launch counts or computes, rather than times: differences between launches are all its noise.
    /// </summary>
    public Comparison Counted(
        string candidate, string metric, string unit, (double Baseline, double Candidate)[] values)
    {
        var baselineValue = values.Average(launch => launch.Baseline);
        double[] differences = [.. values.Select(launch => launch.Candidate - launch.Baseline)];
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

    private Comparison Judged(Comparison comparison, TestedOverhead overhead)
    {
        var margin = measured.Contrast.Margin;
        var verdict = VerdictRule.Decide(overhead.Estimate, margin, isInvalid, overhead.HasTail);
        return comparison with
        {
            Direction = overhead.Direction,
            Verdict = verdict,
            LaunchesNeeded = verdict == Verdict.Inconclusive
                ? LaunchesNeeded.ForVerdict(overhead.Estimate, margin, neverEquivalent: overhead.HasTail)
                : null,
            // What is paid later than its slice is then shared.
            Warnings = verdict == Verdict.Equivalent && measured.Environment.Plan.Load.IsMixed
                ? [.. comparison.Warnings, Warning.MixedProcess]
                : comparison.Warnings,
        };
    }

    // What the baseline served, and what that comes to at the candidate's cost. Positive percentages mean, as
    // everywhere, that the candidate costs more time.
    private static Comparison Throughput(Comparison total, double servedUs)
    {
        var perSecond = MicrosecondsPerSecond / servedUs;
        double At(double? percent) => perSecond / (1 + (percent!.Value / 100));
        return total with
        {
            Metric = Metric.Throughput,
            Unit = "1/s",
            BaselineValue = perSecond,
            CandidateValue = At(total.OverheadPercent),
            Difference = At(total.OverheadPercent) - perSecond,
            DifferenceLow = At(total.High) - perSecond,
            DifferenceHigh = At(total.Low) - perSecond,
            Warnings = [],
        };
    }

    private Comparison Create(
        string candidate, string metric, string unit, double baselineValue, OverheadEstimate? overhead)
    {
        var plan = measured.Environment.Plan;
        var interval = overhead?.At(VerdictRule.DifferenceConfidence);
        var equivalence = overhead?.At(VerdictRule.EquivalenceConfidence);
        double? Percent(double? logRatio) => logRatio is { } value ? OverheadEstimate.ToPercent(value) : null;
        double? Of(double? logRatio) => Percent(logRatio) * baselineValue / 100;
        var difference = Of(overhead?.LogRatio) ?? 0;
        return new Comparison
        {
            Engine = plan.Load.Engine,
            Runtime = measured.Environment.RuntimeName(),
            Tier = measured.Tier.Tier,
            Residency = plan.Load.Residency.ToString().ToLowerInvariant(),
            Workload = plan.Workload.Describe(),
            Connections = measured.Tier.Connections,
            Baseline = measured.Contrast.Baseline,
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
            Launches = launches,
        };
    }
}
