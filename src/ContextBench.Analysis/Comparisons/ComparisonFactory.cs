namespace ContextBench.Analysis.Comparisons;

/// <summary>Makes the comparisons of one tier, whatever measured it.</summary>
/// <param name="environment">The run's manifest.</param>
/// <param name="tier">The tier.</param>
/// <param name="contrast">What is compared with what.</param>
/// <param name="launches">Number of launches counted.</param>
/// <param name="isInvalid">Whether a validity check fired.</param>
/// <param name="judgedMetric">The one metric that the verdict is about.</param>
internal sealed class ComparisonFactory(
    EnvironmentManifest environment, TierPlan tier, Contrast contrast, int launches, bool isInvalid,
    string judgedMetric = Metric.Total)
{
    private const double MicrosecondsPerSecond = 1e6;

    private readonly RunPlan _plan = environment.Plan;

    /// <summary>A candidate in a metric that was tested.</summary>
    public Comparison Tested(string candidate, TestedMetric metric)
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
        return metric.Name == judgedMetric && candidate != contrast.Study.Control
            ? Judged(comparison, overhead)
            : comparison;
    }

    private Comparison Judged(Comparison comparison, TestedOverhead overhead)
    {
        var verdict = VerdictRule.Decide(overhead.Estimate, contrast.Margin, isInvalid, overhead.HasTail);
        return comparison with
        {
            Direction = overhead.Direction,
            Verdict = verdict,
            LaunchesNeeded = verdict == Verdict.Inconclusive
                ? LaunchesNeeded.ForVerdict(overhead.Estimate, contrast.Margin, neverEquivalent: overhead.HasTail)
                : null,
            // What is paid later than its slice is then shared.
            Warnings = verdict == Verdict.Equivalent && _plan.Load.IsMixed
                ? [.. comparison.Warnings, Warning.MixedProcess]
                : comparison.Warnings,
        };
    }

    /// <summary>
    /// The throughput that belongs to a total cost, never tested beside it: what the baseline served, and what that
    /// comes to at the candidate's cost. Positive percentages mean, as everywhere, that the candidate costs more time.
    /// </summary>
    /// <param name="total">The total cost.</param>
    /// <param name="servedUs">The baseline's time per operation, nothing trimmed or left out, in µs.</param>
    public static Comparison Throughput(Comparison total, double servedUs)
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
            Direction = null,
            Verdict = null,
            LaunchesNeeded = null,
            Warnings = [],
        };
    }

    /// <summary>A candidate in a metric, not tested.</summary>
    public Comparison Create(
        string candidate, string metric, string unit, double baselineValue, OverheadEstimate? overhead)
    {
        var interval = overhead?.At(VerdictRule.DifferenceConfidence);
        var equivalence = overhead?.At(VerdictRule.EquivalenceConfidence);
        double? Percent(double? logRatio) => logRatio is { } value ? OverheadEstimate.ToPercent(value) : null;
        double? Of(double? logRatio) => Percent(logRatio) * baselineValue / 100;
        var difference = Of(overhead?.LogRatio) ?? 0;
        return new Comparison
        {
            Engine = _plan.Load.Engine,
            Runtime = environment.RuntimeName(),
            Tier = tier.Tier,
            Residency = _plan.Load.Residency.ToString().ToLowerInvariant(),
            Workload = _plan.Workload.Describe(),
            Connections = tier.Connections,
            Baseline = contrast.Baseline,
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
            Launches = launches,
        };
    }
}
