using ContextBench.Analysis.Micro;

namespace ContextBench.Reporting.Micro;

/// <summary>The micro-benchmarks, a table a class: a row for each case, with the interval of its ratio.</summary>
public static class MicroTables
{
    // Beyond it a ratio says little of a context, which costs a bare handler less.
    private const double WidestPercent = 10;

    /// <summary>What the command <c>micro</c> prints.</summary>
    /// <param name="results">What was measured.</param>
    public static Document DocumentOf(MicroResults results) => new("The micro-benchmarks", [.. Of(results)]);

    /// <summary>The tables of all classes; nothing where there is none.</summary>
    /// <param name="results">What was measured.</param>
    public static IEnumerable<Block> Of(MicroResults results)
    {
        var tables =
            from benchmark in results.Cases
            group (benchmark, results.Compare(benchmark)) by benchmark.Class into rows
            from block in Of(rows.Key, [.. rows])
            select block;
        return results.Cases is [] ? [] : tables.Prepend(new Paragraph(
            "Times and ratios are geometric means over launches; a ratio is to the baseline of the same launch, with " +
            "Student's t interval."));
    }

    /// <summary>A table of BenchmarkDotNet's own.</summary>
    /// <param name="report">The table.</param>
    public static IEnumerable<Block> Of(GithubReport report) =>
    [
        new Heading($"micro: {report.Class}", Level: 2),
        new Paragraph("BenchmarkDotNet's own table; its Ratio has no interval and averages all quotients."),
        new Table(
        [
            .. report.Rows[0].Select((title, i) => new Column(
                title, i == 0 ? Side.Left : Side.Right, [.. report.Rows.Skip(1).Select(row => row[i])])),
        ]),
    ];

    private static IEnumerable<Block> Of(string name, (MicroCase Case, MicroComparison? Comparison)[] rows) =>
    [
        new Heading($"micro: {name}", Level: 2),
        Table.Of(rows)
            .Words("benchmark", row => row.Case.Name)
            .Numbers("ns/op", row => row.Case.Nanoseconds is { } ns ? Figures.Value(ns) : Figures.None)
            .Numbers("ratio", row => row.Case.IsBaseline ? "baseline" : RatioOf(row.Comparison?.Percent))
            .Intervals("95 % interval", row => IntervalOf(row.Case.IsBaseline ? null : row.Comparison))
            .Numbers("bytes", row => row.Case.Bytes is { } bytes ? Figures.Plain(bytes) : Figures.None)
            .Numbers("launches", row => $"{(row is { Case.IsBaseline: false, Comparison: { } comparison }
                ? comparison.Launches
                : row.Case.Launches.Count)}"),
        Notes.Of(rows.Where(row => !row.Case.IsBaseline || row.Case.Launches.Count == 0).SelectMany(
            row => NotesOn(row.Case, row.Comparison))),
    ];

    private static IEnumerable<string> NotesOn(MicroCase benchmark, MicroComparison? comparison)
    {
        if (comparison is { Low: { } low, High: { } high } && (high - low) / 2 > WidestPercent)
        {
            yield return
                $"{benchmark.Name}: an interval of ±{(high - low) / 2:0} % is too wide to tell less than that: " +
                "use more launches (micro -- --launchCount N)";
        }

        if (benchmark.Launches.Count == 0)
            yield return $"{benchmark.Name} has no launch with a result";
        else if (comparison is null)
            yield return $"{benchmark.Name} has no launch in common with a baseline, so no ratio";
        else if (comparison.Unpaired.Count > 0)
            yield return $"{benchmark.Name}: {string.Join(", ", comparison.Unpaired)} left out of the ratio, " +
                $"having a result of {comparison.Candidate.Method} or of {comparison.Baseline.Method} alone";
    }

    private static string IntervalOf(MicroComparison? comparison) => comparison is { Low: { } low, High: { } high }
        ? $"[{RatioOf(low)}, {RatioOf(high)}]"
        : Figures.None;

    // An overhead in percent as a ratio.
    private static string RatioOf(double? percent) => percent is { } it ? $"{1 + (it / 100):0.000}" : Figures.None;
}
