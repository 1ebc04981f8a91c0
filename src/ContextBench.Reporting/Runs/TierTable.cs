namespace ContextBench.Reporting.Runs;

/// <summary>The table of one tier, in the article's shape and beyond it.</summary>
internal sealed class TierTable
{
    private readonly TierResult _tier;
    private readonly string _headline;

    private TierTable(TierResult tier, string headline) => (_tier, _headline) = (tier, headline);

    /// <summary>Makes it, or none for a tier without comparisons.</summary>
    public static Table? Of(TierResult tier)
    {
        if (tier.Headline is not { } headline)
            return null;

        var table = new TierTable(tier, headline);
        return Table.Of<Row>([.. table.HeadlineRows(), .. table.ControlRows(), .. table.OtherRows()])
            .Words("", row => row.Title)
            .Numbers(tier.Study.Baseline, row => row.Baseline)
            .Numbers(headline, row => row.Candidate)
            .Numbers("overhead", row => row.Overhead)
            .Intervals("(95 % interval)", row => row.Interval)
            .Words("verdict", row => row.Verdict);
    }

    // Whatever was measured, in one order.
    private IEnumerable<Row> HeadlineRows()
    {
        var operation = Wording.Operation(_tier.Plan);
        if (_tier.Find(_headline, Metric.Throughput) is { } throughput)
        {
            var fewer = -100 * throughput.Difference / throughput.BaselineValue;
            yield return new Row(
                $"{operation}s/s served",
                Figures.Value(throughput.BaselineValue),
                Figures.Value(throughput.CandidateValue),
                Figures.Percent(throughput.OverheadPercent),
                Verdict: $"{Figures.Plain(Math.Abs(fewer))} % {(fewer < 0 ? "more" : "fewer")}");
        }

        foreach (var (metric, title) in TimedRows(operation))
        {
            if (_tier.Find(_headline, metric) is { } comparison)
                yield return metric == Metric.Allocated ? Counted(title, comparison) : Timed(title, comparison);
        }
    }

    private static IEnumerable<(string Metric, string Title)> TimedRows(string operation) =>
    [
        (Metric.Total, $"total µs/{operation}"),
        (Metric.Time, "of it outside GC"),
        (Metric.Gc, "of it GC, charged"),
        (Metric.Cpu, $"CPU µs/{operation}"),
        (Metric.Allocated, $"bytes/{operation}"),
        (Metric.P50, "p50 latency µs"),
        (Metric.P90, "p90 latency µs"),
        (Metric.P99, "p99 latency µs"),
        (Metric.P999, "p99.9 latency µs"),
    ];

    private IEnumerable<Row> ControlRows()
    {
        if (_tier.Control is { } control)
        {
            var title = control.Metric == Metric.Total ? "control (A/A)" : $"control (A/A), {control.Metric}";
            yield return Timed(title, control) with { Baseline = "", Candidate = "" };
        }

        foreach (var (metric, title) in ControlTitles.Where(row => row.Metric != _tier.JudgedMetric))
        {
            if (_tier.FindControl(metric) is { } other)
                yield return Timed($"control (A/A), {title}", other) with { Baseline = "", Candidate = "" };
        }
    }

    private static IEnumerable<(string Metric, string Title)> ControlTitles =>
        [(Metric.Cpu, "CPU"), (Metric.P50, "p50"), (Metric.P90, "p90"), (Metric.P99, "p99"), (Metric.P999, "p99.9")];

    private IEnumerable<Row> OtherRows()
    {
        foreach (var candidate in _tier.Candidates.Where(candidate => candidate != _headline))
        {
            var row = Timed($"{candidate}, {_tier.JudgedMetric} µs", _tier.Find(candidate, _tier.JudgedMetric)!);
            yield return _tier.Find(candidate, Metric.Allocated) is { } allocated
                ? row with { Verdict = $"{row.Verdict}, {Figures.Difference(allocated.Difference, "B")}" }
                : row;
        }
    }

    private static Row Counted(string title, Comparison comparison) => new(
        title,
        Figures.Count((long)Math.Round(comparison.BaselineValue)),
        Figures.Count((long)Math.Round(comparison.CandidateValue)),
        Figures.Difference(comparison.Difference, "B"));

    private Row Timed(string title, Comparison comparison) => new(
        title,
        Figures.Value(comparison.BaselineValue),
        Figures.Value(comparison.CandidateValue),
        Figures.Percent(comparison.OverheadPercent),
        Figures.Interval(comparison.Low, comparison.High),
        Wording.Of(comparison, _tier.Study));

    private sealed record Row(
        string Title, string Baseline, string Candidate, string Overhead, string Interval = "", string Verdict = "");
}
