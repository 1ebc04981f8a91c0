using ContextBench.Handlers;
using ContextBench.Measurement.Observations;
using ContextBench.Statistics;

namespace ContextBench.Reporting.Analysis;

/// <summary>
/// A cost that is tested: every candidate's overhead, and the control's, which says how far to trust them.
/// </summary>
internal sealed class TestedMetric
{
    private readonly OrderedDictionary<string, TestedOverhead> _overheads = [];

    /// <summary>Tests the overhead of every candidate.</summary>
    /// <param name="name">See <see cref="Metric"/>.</param>
    /// <param name="baselineUs">The baseline's cost per operation, in µs.</param>
    /// <param name="baseline">What the others are compared with.</param>
    /// <param name="candidates">The candidates, the control among them.</param>
    /// <param name="launches">What each launch says of a candidate.</param>
    /// <param name="margin">What is negligible.</param>
    public TestedMetric(
        string name, double baselineUs, string baseline, IReadOnlyList<string> candidates,
        Func<string, IReadOnlyList<LaunchEstimate>> launches, Margin margin)
    {
        Name = name;
        BaselineUs = baselineUs;
        foreach (var candidate in candidates)
            _overheads[candidate] = new TestedOverhead(launches(candidate));

        // All candidates are one family: how many are tested decides how sure each has to be. The control is not in it.
        var tested = candidates.Where(candidate => candidate != VariantCatalogue.Control.Name).ToArray();
        var directions = DirectionRule.Decide([.. tested.Select(candidate => _overheads[candidate].Estimate)]);
        foreach (var (candidate, direction) in tested.Zip(directions))
            _overheads[candidate] = _overheads[candidate] with { Direction = direction };

        // Against another baseline than its own, the control's overhead is no noise floor.
        Control = baseline == VariantCatalogue.Baseline.Name
            ? ControlCheck.Decide(_overheads[VariantCatalogue.Control.Name].Estimate, margin)
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
    /// <param name="baseline">What the others are compared with.</param>
    /// <param name="candidates">The candidates, the control among them.</param>
    /// <param name="margin">What is negligible.</param>
    public static TestedMetric Of(
        CostMetric metric, IReadOnlyList<CountedLaunch> launches, string baseline, IReadOnlyList<string> candidates,
        Margin margin) => new(
            metric.Name,
            launches.Average(launch => metric.ValueUs(launch, baseline)),
            baseline,
            candidates,
            candidate => [.. launches.Select(launch => metric.Estimate(launch, baseline, candidate))],
            margin);

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
