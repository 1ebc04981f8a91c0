namespace ContextBench.Analysis.Comparisons;

/// <summary>Compares every variant of a tier with the baseline, whatever its launches are made of.</summary>
/// <param name="measured">The tier.</param>
/// <param name="launches">Those of its launches that count.</param>
internal abstract class LaunchAnalysis<TLaunch>(MeasuredTier measured, IReadOnlyList<TLaunch> launches)
    where TLaunch : ICountedLaunch
{
    protected EnvironmentManifest Environment => measured.Environment;

    protected TierPlan Tier => measured.Tier;

    protected Contrast Contrast => measured.Contrast;

    protected IReadOnlyList<TLaunch> Launches => launches;

    protected LaunchObservation[] Records { get; } = [.. launches.Select(launch => launch.Record)];

    /// <summary>Whether there are launches enough for an interval.</summary>
    protected bool HasEnough => launches.Count >= OverheadEstimate.FewestLaunches;

    private LaunchTally Tally { get; } = new(measured.Tier, measured.Observations, launches.Count);

    /// <summary>What the tier says.</summary>
    public abstract TierResult Report();

    /// <summary>What all analyses say of a tier.</summary>
    /// <param name="tested">The metrics that were tested; none where there is nothing to tell.</param>
    /// <param name="findings">What the checks saw, but for faults, in the order in which a reader has to know.</param>
    /// <param name="compare">Makes the comparisons.</param>
    /// <param name="warnings">What else a reader has to know.</param>
    /// <param name="judgedMetric">The one metric that the verdict is about.</param>
    protected TierResult Result(
        IReadOnlyList<TestedMetric> tested, IEnumerable<Finding?> findings,
        Func<ComparisonFactory, IEnumerable<Comparison>> compare, IEnumerable<Warning> warnings,
        string judgedMetric = Metric.Total)
    {
        Finding[] found = [.. findings.Prepend(FaultCheck.Of(Tally.Finished, launches.Count)).OfType<Finding>()];
        var isInvalid = found.Any(finding => finding.IsInvalid);
        return new TierResult
        {
            Plan = Tier,
            Study = Contrast.Study,
            Load = Environment.Plan.Load,
            Comparisons = tested.Count == 0
                ? []
                : [.. compare(new(Environment, Tier, Contrast, launches.Count, isInvalid, judgedMetric))],
            CountedLaunches = launches.Count,
            IsInvalid = isInvalid,
            JudgedMetric = judgedMetric,
            MostSteal = Records.Max(record => record.StealShare),
            Launches = [.. tested.SelectMany(metric => metric.ValuesOf(Records))],
            Warnings = [.. found.Select(finding => finding.Warning), .. Tally.Warnings(), .. warnings],
        };
    }

    /// <summary>The median of the launches that tell something; null where none does.</summary>
    protected double? MedianOf(Func<TLaunch, double?> value) =>
        launches.Select(value).OfType<double>().ToArray() is { Length: > 0 } told ? Median.Of(told) : null;
}
