using ScottPlot;

namespace ContextBench.Reporting.Calibrations;

/// <summary>
/// What runs recovered of known costs, a row a tier: against what was injected, and beside it their difference.
/// </summary>
public static class CalibrationChart
{
    private const int Width = 900;
    private const int Top = 158; // of the first row's data
    private const int DataHeight = 250;
    private const int RowStep = 344;
    private const int Bottom = 54; // below the last row's data
    private const int Left = 84;

    /// <summary>Draws it.</summary>
    /// <param name="series">The tiers, a row each; one at least.</param>
    /// <param name="output">Where to write the SVG.</param>
    public static void Write(IReadOnlyList<CalibrationSeries> series, TextWriter output) => Chart.Write(
        Width, Top + ((series.Count - 1) * RowStep) + DataHeight + Bottom, output,
        [Ground(), .. series.SelectMany((tier, i) => Row(tier, Top + (i * RowStep)))]);

    private static Plot Ground() => Chart.Ground(
        Left, "What is recovered of an injected cost",
        "a known cost added to the baseline, in % of what the baseline costs; runs of one cost stand side by side",
        new Pixel(Left - 10, 66), Orientation.Horizontal,
        CostMarks.Holds.Explained("holds the truth", "95 % interval of a run", CostMarks.Holds.Bar),
        CostMarks.Misses.Explained("misses it", "as chance makes 5 of 100 do", CostMarks.Misses.Bar),
        new LegendItem { LabelText = "the truth\nrecovered as injected", LineStyle = CostMarks.Truth });

    private static IEnumerable<Plot> Row(CalibrationSeries series, int top)
    {
        var groups = CostGroup.Of(series.Costs);
        var data = new PixelRect(Left, 384, top + DataHeight, top);
        var recovered = RecoveredPanel.Draw(groups, data);
        recovered.AddHeadline(data,
            $"{series.Tier}: slope {series.Slope:0.000} [{series.SlopeLow:0.000}, {series.SlopeHigh:0.000}]; " +
            $"{series.Costs.Count(cost => cost.IsCovered)} of {series.Costs.Count} intervals hold the truth");
        return [recovered, DifferencePanel.Draw(groups, new PixelRect(478, 882, top + DataHeight, top))];
    }
}
