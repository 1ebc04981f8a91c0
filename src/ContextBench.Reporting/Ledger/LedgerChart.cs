using ContextBench.Analysis.History;
using ContextBench.Reporting.Charts;
using ScottPlot;

namespace ContextBench.Reporting.Ledger;

/// <summary>
/// <c>ledger.svg</c>: every A/A interval that is kept, a strip a tier, each on its own scale, a column a run.
/// </summary>
public static class LedgerChart
{
    /// <summary>The name of its file, beside <see cref="LedgerCsv.FileName"/>.</summary>
    public const string FileName = "ledger.svg";

    private const int Width = 900;
    private const int Top = 144; // of the first strip's data
    private const int StripHeight = 120;
    private const int StripStep = 160;
    private const int Bottom = 52; // below the last strip
    private const int Left = 92;
    private const int Right = 882;

    /// <summary>Draws it.</summary>
    /// <param name="results">The results; one at least.</param>
    /// <param name="output">Where to write the SVG.</param>
    public static void Write(IReadOnlyList<ControlResult> results, TextWriter output)
    {
        var standings = LedgerStanding.Of(results);
        string[] runs =
        [
            .. results.OrderBy(result => result.StartedAt).ThenBy(result => result.Run, StringComparer.Ordinal)
                .Select(result => result.Run).Distinct(),
        ];
        LedgerStrip[] strips = [.. standings.Select((standing, i) => new LedgerStrip(
            standing, runs, new PixelRect(Left, Right, Top + (i * StripStep) + StripHeight, Top + (i * StripStep))))];
        try
        {
            Write(strips, MachinesOf(standings), output);
        }
        finally
        {
            foreach (var strip in strips)
                strip.Dispose();
        }
    }

    private static void Write(LedgerStrip[] strips, string[] machines, TextWriter output)
    {
        var height = Top + ((strips.Length - 1) * StripStep) + StripHeight + Bottom;
        var legend = new ChartLegend(
            [
                new("holds 0", "as 95 of 100 should", TruthStyle.Holds.Filled, TruthStyle.Holds.Bar),
                new("excludes 0", "as chance makes 5 of 100 do", TruthStyle.Misses.Filled, TruthStyle.Misses.Bar),
            ],
            Left, top: 80, columnWidth: 210);
        strips[0].Panel.Add(legend);
        var chart = ChartDocument.Draw(Width, height, [.. strips.Select(strip => strip.Panel)]);
        WriteTitles(chart.Text, height, machines);
        legend.Write(chart.Text);
        foreach (var strip in strips)
            strip.Write(chart.Text, withMachine: machines.Length > 1);
        strips[^1].WriteRuns(chart.Text);
        chart.Write(output);
    }

    private static void WriteTitles(ChartText text, int height, string[] machines)
    {
        text.Left(Left, 24, "What the instrument shows where there is nothing to see", size: 17, bold: true);
        var where = machines is [var machine] ? $"; {machine}" : "";
        text.Left(
            Left, 48,
            $"a second copy of the baseline against the baseline (A/A), the 95 % interval of each published run{where}",
            color: ChartText.Grey);
        text.Centre((Left + Right) / 2.0, height - 16, "published runs, numbered from the oldest", size: 14);
        text.Upwards(22, (Top + height - Bottom) / 2.0, "difference, in %", size: 14);
    }

    private static string[] MachinesOf(IEnumerable<LedgerStanding> standings) =>
        [.. standings.Select(LedgerStrip.MachineOf).Distinct()];
}
