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

    /// <summary>What the tier says.</summary>
    public abstract TierResult Report();

    /// <summary>Compares a candidate in what is measured too, but not tested.</summary>
    protected virtual IEnumerable<Comparison> Untested(ComparisonFactory factory, string candidate) => [];

    /// <summary>Tests metrics; none where there are too few launches, or one with nothing to tell.</summary>
    protected TestedMetric[] Test(Predicate<TLaunch> hasNothingToTell, IEnumerable<CostMetric<TLaunch>> metrics) =>
        !HasEnough || launches.Any(launch => hasNothingToTell(launch))
            ? []
            : [.. metrics.Select(metric => TestedMetric.Of(metric, launches, Contrast))];

    /// <summary>What all analyses say of a tier.</summary>
    /// <param name="tested">The metrics that were tested; none where there is nothing to tell.</param>
    /// <param name="findings">What the checks saw, but for faults, in the order in which a reader has to know.</param>
    /// <param name="warnings">What else a reader has to know.</param>
    /// <param name="judgedMetric">The one metric that the verdict is about.</param>
    protected TierResult Result(
        IReadOnlyList<TestedMetric> tested, IEnumerable<Finding?> findings, IEnumerable<Warning?> warnings,
        string judgedMetric = Metric.Total)
    {
        LaunchObservation[] finished =
            [.. measured.Observations.OfType<LaunchObservation>().Where(launch => launch.Tier == Tier.Tier)];
        Finding[] found =
            [.. findings.Prepend(ValidityChecks.Faults(finished, launches.Count)).OfType<Finding>()];
        var isInvalid = found.Any(finding => finding.IsInvalid);
        var factory = new ComparisonFactory(measured, launches.Count, isInvalid, judgedMetric);
        var busyShare = MedianOf(launch => launch.BusyShare);
        return new TierResult
        {
            Plan = Tier,
            Study = Contrast.Study,
            Load = Environment.Plan.Load,
            Comparisons = tested.Count == 0
                ? []
                : [.. Contrast.Candidates.SelectMany(candidate =>
                    tested.SelectMany(metric => factory.Tested(candidate, metric))
                        .Concat(Untested(factory, candidate)))],
            CountedLaunches = launches.Count,
            IsInvalid = isInvalid,
            JudgedMetric = judgedMetric,
            BusyShare = busyShare,
            GeneratorCpuUs = MedianOf(launch => launch.GeneratorCpuUs),
            MostSteal = Records.Max(record => record.StealShare),
            Launches = [.. tested.SelectMany(metric => metric.ValuesOf(Records))],
            Warnings =
            [
                .. found.Select(finding => finding.Warning),
                .. WarningsOfAll(finished, busyShare).Concat(warnings).OfType<Warning>(),
            ],
        };
    }

    /// <summary>
    /// What the A/A comparisons show. That of the total is the same whatever the others are compared with: that of the
    /// control and its own baseline.
    /// </summary>
    protected IEnumerable<Finding?> NoiseFloors(IEnumerable<TestedMetric> tested, CostMetric<TLaunch> total) =>
        tested.Select(metric => metric.Name == Metric.Total
            ? ValidityChecks.NoiseFloor(
                metric.Name, metric.Control ?? TestedMetric.Of(total, launches, Contrast.OfNoise).Control,
                isJudged: true)
            : ValidityChecks.NoiseFloor(metric.Name, metric.Control, isJudged: false));

    /// <summary>The median over the launches that have a value; null where none has.</summary>
    protected double? MedianOf(Func<TLaunch, double?> value) => Median.OfKnown(launches.Select(value));

    /// <summary>What each launch measured of the baseline and of a candidate.</summary>
    protected (double Baseline, double Candidate)[] Pairs(string candidate, Func<TLaunch, string, double> value) =>
        [.. launches.Select(launch => (value(launch, Contrast.Baseline), value(launch, candidate)))];

    private Warning?[] WarningsOfAll(LaunchObservation[] finished, double? busyShare)
    {
        var incomplete = finished.Count(record => record.Fault is null) - launches.Count;
        return
        [
            incomplete == 0 ? null : new Warning(
                "incomplete-launches",
                $"the observations of {incomplete} of {finished.Length} launches are incomplete; they are not " +
                "counted: measure again, or restore the file"),
            finished.Length >= Tier.Launches ? null : new Warning(
                "unfinished",
                $"the run ended after {finished.Length} of {Tier.Launches} launches: measure again for all of them"),
            busyShare is null or >= TierResult.LeastBusyShare ? null : new Warning(
                "idle",
                $"the process under test was idle for {1 - busyShare:P0} of the time, waiting for requests or a " +
                "processor: what it does meanwhile is not in its time, so look at CPU too"),
        ];
    }
}
