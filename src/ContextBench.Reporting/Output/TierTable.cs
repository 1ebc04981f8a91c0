using ContextBench.Handlers;

namespace ContextBench.Reporting.Output;

/// <summary>
/// The table of one tier, in the article's shape and beyond it; the console and the page draw the same cells.
/// </summary>
internal sealed class TierTable
{
    private readonly TierReport _tier;

    private TierTable(TierReport tier, string headline)
    {
        _tier = tier;
        Header = ["", VariantCatalogue.Baseline.Name, headline, "overhead", "(95 % interval)", "verdict"];
    }

    /// <summary>The column titles.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The rows; each has as many cells as the header.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; private init; } = [];

    /// <summary>Builds the table, or none for a tier without comparisons.</summary>
    public static TierTable? For(TierReport tier)
    {
        if (tier.Headline is not { } headline)
            return null;

        var table = new TierTable(tier, headline);
        return new TierTable(tier, headline) { Rows = [.. table.HeadlineRows(headline), .. table.OtherRows(headline)] };
    }

    private IEnumerable<IReadOnlyList<string>> HeadlineRows(string headline)
    {
        var operation = Wording.Operation(_tier.Plan);
        var throughput = _tier.Find(headline, Metric.Throughput)!;
        var changePercent = 100 * throughput.Difference / throughput.BaselineValue;
        yield return
        [
            $"{operation}s/s", Figures.Value(throughput.BaselineValue), Figures.Value(throughput.CandidateValue),
            Figures.Percent(changePercent), "", "",
        ];
        yield return Timed($"time µs/{operation}", _tier.Find(headline, Metric.Time)!);
        yield return Timed($"CPU µs/{operation}", _tier.Find(headline, Metric.Cpu)!);

        var bytes = _tier.Find(headline, Metric.Allocated)!;
        yield return
        [
            $"bytes/{operation}", Figures.Count((long)Math.Round(bytes.BaselineValue)),
            Figures.Count((long)Math.Round(bytes.CandidateValue)), Figures.Difference(bytes.Difference, "B"), "", "",
        ];
        if (_tier.Find(headline, Metric.P50) is { } p50)
            yield return Timed("p50 latency µs", p50);
        if (_tier.Find(headline, Metric.P99) is { } p99)
            yield return Timed("p99 latency µs", p99);
        if (_tier.Control is { } control)
            yield return Timed("control (A/A)", control) is [var title, .. var cells]
                ? [title, "", "", .. cells.Skip(2)]
                : [];
    }

    private IEnumerable<IReadOnlyList<string>> OtherRows(string headline) =>
        from candidate in _tier.Candidates
        where candidate != headline
        let time = _tier.Find(candidate, Metric.Time)
        let bytes = _tier.Find(candidate, Metric.Allocated)
        select Timed($"{candidate}, time µs", time)
            is [var title, var baseline, var value, var overhead, var interval, var verdict]
            ? (IReadOnlyList<string>)[
                title, baseline, value, overhead, interval, $"{verdict}, {Figures.Difference(bytes.Difference, "B")}"]
            : [];

    private string[] Timed(string title, Comparison comparison) =>
    [
        title,
        Figures.Value(comparison.BaselineValue),
        Figures.Value(comparison.CandidateValue),
        Figures.Percent(comparison.OverheadPercent),
        Figures.Interval(comparison.Low, comparison.High),
        Wording.Of(comparison, _tier),
    ];
}
