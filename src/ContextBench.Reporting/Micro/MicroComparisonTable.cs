using ContextBench.Analysis.Micro;

namespace ContextBench.Reporting.Micro;

/// <summary>The results of a benchmark class as a table: a row for each case, with the interval of its ratio.</summary>
public static class MicroComparisonTable
{
    // Beyond it a ratio says little of a context, which costs a bare handler less.
    private const double WidestPercent = 10;

    private static readonly string[] Header = ["benchmark", "ns/op", "ratio", "95 % interval", "bytes", "launches"];

    /// <summary>Writes the tables of all classes.</summary>
    /// <param name="results">What was measured.</param>
    public static IReadOnlyList<MicroTable> Of(MicroResults results) =>
        [.. results.Cases.GroupBy(benchmark => benchmark.Class).Select(group => Of(group.Key, [.. group], results))];

    private static MicroTable Of(string name, MicroCase[] cases, MicroResults results)
    {
        var rows = cases.Select(benchmark => (Case: benchmark, Comparison: results.Compare(benchmark))).ToArray();
        string[][] cells = [Header, .. rows.Select(row => Cells(row.Case, row.Comparison))];
        var widths = Header.Select((_, column) => cells.Max(row => row[column].Length)).ToArray();
        var notes = rows.SelectMany(row => Notes(row.Case, row.Comparison)).ToArray();
        return new MicroTable(
            name,
            [
                Line(cells[0]), Rule(), .. cells.Skip(1).Select(Line),
                .. notes.Length > 0 ? notes.Prepend("") : [],
            ]);

        string Line(string[] row) => $"| {string.Join(" | ", row.Select(Pad))} |";

        string Pad(string cell, int column) =>
            column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]);

        string Rule() => $"| {string.Join(" | ", widths.Select((width, column) =>
            column == 0 ? ":" + new string('-', width - 1) : new string('-', width - 1) + ":"))} |";
    }

    private static string[] Cells(MicroCase benchmark, MicroComparison? comparison) =>
    [
        benchmark.Name,
        benchmark.Nanoseconds is { } nanoseconds ? Figures.Value(nanoseconds) : Figures.None,
        benchmark.IsBaseline ? "baseline" : comparison is null ? Figures.None : Ratio(comparison.Percent),
        comparison is { Low: { } low, High: { } high } && !benchmark.IsBaseline
            ? $"[{Ratio(low)}, {Ratio(high)}]"
            : Figures.None,
        benchmark.Bytes is { } bytes ? Figures.Plain(bytes) : Figures.None,
        (benchmark.IsBaseline || comparison is null ? benchmark.Launches.Count : comparison.Launches)
            .ToString(),
    ];

    private static IEnumerable<string> Notes(MicroCase benchmark, MicroComparison? comparison)
    {
        if (!benchmark.IsBaseline && comparison is { Low: { } low, High: { } high }
            && (high - low) / 2 > WidestPercent)
        {
            yield return
                $"- {benchmark.Name}: an interval of ±{(high - low) / 2:0} % is too wide to tell less than that: " +
                "use more launches (micro -- --launchCount N)";
        }

        if (benchmark.Launches.Count == 0)
            yield return $"- {benchmark.Name} has no launch with a result";
        else if (!benchmark.IsBaseline && comparison is null)
            yield return $"- {benchmark.Name} has no launch in common with a baseline, so no ratio";
        else if (!benchmark.IsBaseline && comparison!.Unpaired.Count > 0)
            yield return $"- {benchmark.Name}: {string.Join(", ", comparison.Unpaired)} left out of the ratio, " +
                $"having a result of {comparison.Candidate.Method} or of {comparison.Baseline.Method} alone";
    }

    // An overhead in percent as a ratio.
    private static string Ratio(double percent) =>
        (1 + (percent / 100)).ToString("0.000");
}
