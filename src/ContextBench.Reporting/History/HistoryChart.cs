using ScottPlot;
using ScottPlot.TickGenerators;

namespace ContextBench.Reporting.History;

/// <summary>
/// <c>ledger.svg</c>: every A/A interval that is kept, a strip a tier, each on its own scale, a column a run.
/// </summary>
public static class HistoryChart
{
    /// <summary>The name of its file, beside <see cref="HistoryDocument.DataName"/>.</summary>
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
        var standings = HistoryStanding.Of(results);
        string[] runs =
        [
            .. results.OrderBy(result => result.StartedAt).ThenBy(result => result.Run, StringComparer.Ordinal)
                .Select(result => result.Run).Distinct(),
        ];
        string[] machines = [.. standings.Select(MachineOf).Distinct()];
        Plot[] strips =
        [
            .. standings.Select((standing, i) => Strip(
                standing, machines.Length > 1 ? $"{standing.Tier} ({MachineOf(standing)})" : standing.Tier, runs,
                new PixelRect(Left, Right, Top + (i * StripStep) + StripHeight, Top + (i * StripStep)))),
        ];
        strips[^1].XLabel("published runs, numbered from the oldest");
        strips[^1].Axes.Bottom.TickGenerator = new NumericAutomatic { IntegerTicksOnly = true, TickDensity = 0.3 };
        Chart.Write(
            Width, Top + ((strips.Length - 1) * StripStep) + StripHeight + Bottom, output,
            [Ground(machines is [var machine] ? $"; {machine}" : ""), .. strips]);
    }

    private static Plot Ground(string where) => Chart.Ground(
        Left, "What the instrument shows where there is nothing to see",
        $"a second copy of the baseline against the baseline (A/A), the 95 % interval of each published run{where}",
        new Pixel(Left - 10, 66), Orientation.Horizontal,
        TruthStyle.Holds.Explained("holds 0", "as 95 of 100 should", TruthStyle.Holds.Bar),
        TruthStyle.Misses.Explained("excludes 0", "as chance makes 5 of 100 do", TruthStyle.Misses.Bar));

    // The results of one tier on one kind of machine.
    private static Plot Strip(HistoryStanding standing, string name, string[] runs, PixelRect data)
    {
        var panel = ZeroPanel.Draw(
            data, 0.3, runs.Length + 0.7, new LineStyle(1.2f, ChartColors.Ink),
            standing.Results.SelectMany(result => new[] { result.Low, result.High }));
        var (all, excluding) = (standing.Results.Count, standing.Excluding);
        panel.AddHeadline(data,
            $"{name}: {all - excluding} of {all} hold 0; chance allows up to {standing.MostByChance} that do not");
        panel.YLabel("difference");
        panel.Axes.Bottom.SetTicks();
        panel.Axes.Left.TickGenerator = new NumericAutomatic
        {
            LabelFormatter = percent =>
                percent.ToString("+0.#### '%';-0.#### '%';0 '%'"),
        };
        foreach (var result in standing.Results)
        {
            var style = result.ContainsZero ? TruthStyle.Holds : TruthStyle.Misses;
            var point = new Coordinates(Array.IndexOf(runs, result.Run) + 1, result.Percent);
            panel.AddInterval(point, result.Low, result.High, style);
            panel.AddMarker(point, style.Filled);
        }

        return panel;
    }

    private static string MachineOf(HistoryStanding standing) =>
        $"{standing.Cpu}, {standing.Processors} processors";
}
