namespace ContextBench.Analysis.Comparisons;

/// <summary>
/// A cost that is tested: every candidate's overhead, and the control's, which says how far to trust them.
/// </summary>
/// <param name="Name">See <see cref="Metric"/>.</param>
/// <param name="BaselineUs">The baseline's cost per operation, in µs.</param>
/// <param name="ServedUs">See <see cref="CostMetric{TLaunch}.ServedUs"/>; the baseline's.</param>
/// <param name="Overheads">Every candidate's overhead, the control's among them.</param>
/// <param name="Control">
/// What the A/A comparison shows; null where the control's own baseline is not the baseline.
/// </param>
internal sealed record TestedMetric(
    string Name, double BaselineUs, double? ServedUs, OrderedDictionary<string, TestedOverhead> Overheads,
    ControlOutcome? Control)
{
    /// <summary>Tests the overhead of every candidate.</summary>
    /// <param name="metric">The cost.</param>
    /// <param name="launches">The launches that count, two or more.</param>
    /// <param name="contrast">What is compared with what.</param>
    public static TestedMetric Of<TLaunch>(
        CostMetric<TLaunch> metric, IReadOnlyList<TLaunch> launches, Contrast contrast)
    {
        OrderedDictionary<string, TestedOverhead> overheads = [];
        foreach (var candidate in contrast.Candidates)
        {
            overheads[candidate] = new TestedOverhead(
                [.. launches.Select(launch => metric.Estimate(launch, contrast.Baseline, candidate))]);
        }

        // All candidates are one family: how many are tested decides how sure each has to be. The control is not in it.
        var directions = DirectionRule.Decide([.. contrast.Tested.Select(candidate => overheads[candidate].Estimate)]);
        foreach (var (candidate, direction) in contrast.Tested.Zip(directions))
            overheads[candidate] = overheads[candidate] with { Direction = direction };

        return new TestedMetric(
            metric.Name,
            launches.Average(launch => metric.ValueUs(launch, contrast.Baseline)),
            metric.ServedUs is { } servedUs ? launches.Average(launch => servedUs(launch, contrast.Baseline)) : null,
            overheads,
            contrast.Control is { } control
                ? ControlCheck.Decide(overheads[control].Estimate, contrast.Margin)
                : null);
    }

    /// <summary>What each launch says, candidate by candidate.</summary>
    /// <param name="records">The launches, in the order in which they were tested.</param>
    public IEnumerable<LaunchValue> ValuesOf(IReadOnlyList<LaunchObservation> records) =>
        from overhead in Overheads
        from launch in records.Zip(overhead.Value.Launches)
        select new LaunchValue(launch.First.Launch, launch.First.Seed, overhead.Key, Name, launch.Second);
}
