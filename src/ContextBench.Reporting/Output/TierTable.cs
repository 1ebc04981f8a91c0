using ContextBench.Handlers;

namespace ContextBench.Reporting.Output;

/// <summary>
/// The table of one tier, in the article's shape and beyond it; the console and the page draw the same cells.
/// </summary>
internal sealed class TierTable
{
    private readonly TierReport _tier;
    private readonly string _headline;

    private TierTable(TierReport tier, string headline)
    {
        _tier = tier;
        _headline = headline;
        Header = new Row("", VariantCatalogue.Baseline.Name, headline, "overhead", "(95 % interval)", "verdict");
        Rows = [.. HeadlineRows(), .. ControlRows(), .. OtherRows()];
    }

    /// <summary>The column titles.</summary>
    public Row Header { get; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<Row> Rows { get; }

    /// <summary>Builds the table, or none for a tier without comparisons.</summary>
    public static TierTable? For(TierReport tier) =>
        tier.Headline is { } headline ? new TierTable(tier, headline) : null;

    private IEnumerable<Row> HeadlineRows()
    {
        var operation = Wording.Operation(_tier.Plan);
        var throughput = _tier.Find(_headline, Metric.Throughput)!;
        yield return new Row(
            $"{operation}s/s",
            Figures.Value(throughput.BaselineValue),
            Figures.Value(throughput.CandidateValue),
            Figures.Percent(100 * throughput.Difference / throughput.BaselineValue));
        yield return Timed($"total µs/{operation}", _tier.Find(_headline, Metric.Total)!);
        if (_tier.Find(_headline, Metric.Time) is { } time)
            yield return Timed("  time outside collections", time);
        if (_tier.Find(_headline, Metric.Gc) is { } collections)
            yield return Timed("  collections, charged", collections);
        if (_tier.Find(_headline, Metric.Cpu) is { } cpu)
            yield return Timed($"CPU µs/{operation}", cpu);

        if (_tier.Find(_headline, Metric.Allocated) is { } bytes)
        {
            yield return new Row(
                $"bytes/{operation}",
                Figures.Count((long)Math.Round(bytes.BaselineValue)),
                Figures.Count((long)Math.Round(bytes.CandidateValue)),
                Figures.Difference(bytes.Difference, "B"));
        }

        if (_tier.Find(_headline, Metric.P50) is { } p50)
            yield return Timed("p50 latency µs", p50);
        if (_tier.Find(_headline, Metric.P99) is { } p99)
            yield return Timed("p99 latency µs", p99);
    }

    private IEnumerable<Row> ControlRows()
    {
        if (_tier.Control is { } total)
            yield return Timed("control (A/A)", total) with { Baseline = "", Candidate = "" };
        if (_tier.Find(VariantCatalogue.Control.Name, Metric.Cpu) is { } cpu)
            yield return Timed("control (A/A), CPU", cpu) with { Baseline = "", Candidate = "" };
    }

    private IEnumerable<Row> OtherRows()
    {
        foreach (var candidate in _tier.Candidates.Where(candidate => candidate != _headline))
        {
            var row = Timed($"{candidate}, total µs", _tier.Find(candidate, Metric.Total)!);
            yield return _tier.Find(candidate, Metric.Allocated) is { } allocated
                ? row with { Verdict = $"{row.Verdict}, {Figures.Difference(allocated.Difference, "B")}" }
                : row;
        }
    }

    private static Row Timed(string title, Comparison comparison) => new(
        title,
        Figures.Value(comparison.BaselineValue),
        Figures.Value(comparison.CandidateValue),
        Figures.Percent(comparison.OverheadPercent),
        Figures.Interval(comparison.Low, comparison.High),
        Wording.Of(comparison));

    /// <summary>A row, cell by cell.</summary>
    /// <param name="Title">What is compared.</param>
    /// <param name="Baseline">The baseline's value.</param>
    /// <param name="Candidate">The candidate's value.</param>
    /// <param name="Overhead">The overhead.</param>
    /// <param name="Interval">Its interval.</param>
    /// <param name="Verdict">What it means.</param>
    internal sealed record Row(
        string Title, string Baseline, string Candidate, string Overhead, string Interval = "", string Verdict = "")
    {
        /// <summary>The cells, from left to right.</summary>
        public string[] Cells => [Title, Baseline, Candidate, Overhead, Interval, Verdict];
    }
}
