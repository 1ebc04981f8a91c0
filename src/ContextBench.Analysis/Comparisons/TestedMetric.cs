namespace ContextBench.Analysis.Comparisons;

/// <summary>
/// A cost that is tested: every candidate's overhead, and the control's, which says how far to trust them.
/// </summary>
internal sealed class TestedMetric
{
    private readonly OrderedDictionary<string, TestedOverhead> _overheads = [];

    /// <summary>Tests the overhead of every candidate.</summary>
    /// <param name="name">See <see cref="Metric"/>.</param>
    /// <param name="baselineUs">The baseline's cost per operation, in µs.</param>
    /// <param name="contrast">What is compared with what.</param>
    /// <param name="launches">What each launch says of a candidate.</param>
    public TestedMetric(
        string name, double baselineUs, Contrast contrast, Func<string, IReadOnlyList<LaunchEstimate>> launches)
    {
        Name = name;
        BaselineUs = baselineUs;
        foreach (var candidate in contrast.Candidates)
            _overheads[candidate] = new TestedOverhead(launches(candidate));

        // All candidates are one family: how many are tested decides how sure each has to be. The control is not in it.
        var directions = DirectionRule.Decide([.. contrast.Tested.Select(candidate => _overheads[candidate].Estimate)]);
        foreach (var (candidate, direction) in contrast.Tested.Zip(directions))
            _overheads[candidate] = _overheads[candidate] with { Direction = direction };

        Control = contrast.Control is { } control
            ? ControlCheck.Decide(_overheads[control].Estimate, contrast.Margin)
            : null;
    }

    /// <summary>The metric's name.</summary>
    public string Name { get; }

    /// <summary>The baseline's cost per operation, in µs.</summary>
    public double BaselineUs { get; }

    /// <summary>What the A/A comparison shows; null where the control's own baseline is not the baseline.</summary>
    public ControlOutcome? Control { get; }

    /// <summary>Tests a cost that slices tell.</summary>
    /// <param name="metric">The cost.</param>
    /// <param name="launches">The launches that count, two or more.</param>
    /// <param name="contrast">What is compared with what.</param>
    public static TestedMetric Of(CostMetric metric, IReadOnlyList<CountedLaunch> launches, Contrast contrast) => new(
        metric.Name,
        launches.Average(launch => metric.ValueUs(launch, contrast.Baseline)),
        contrast,
        candidate => [.. launches.Select(launch => metric.Estimate(launch, contrast.Baseline, candidate))]);

    /// <summary>A candidate's overhead.</summary>
    /// <param name="candidate">The candidate's name.</param>
    public TestedOverhead this[string candidate] => _overheads[candidate];

    /// <summary>What each launch says, candidate by candidate.</summary>
    /// <param name="records">The launches, in the order in which they were tested.</param>
    public IEnumerable<LaunchValue> ValuesOf(IReadOnlyList<LaunchObservation> records) =>
        from overhead in _overheads
        from launch in records.Zip(overhead.Value.Launches)
        select new LaunchValue(launch.First.Launch, launch.First.Seed, overhead.Key, Name, launch.Second);
}
