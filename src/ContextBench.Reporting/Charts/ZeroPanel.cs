using ScottPlot;

namespace ContextBench.Reporting.Charts;

/// <summary>A panel around 0, as far up as down, with a line where nothing differs.</summary>
internal static class ZeroPanel
{
    private const double Room = 1.08; // beyond the last value, so that it does not touch the edge

    /// <summary>Draws it.</summary>
    /// <param name="data">Where the data are, in px of the whole chart.</param>
    /// <param name="left">The left end of its horizontal axis.</param>
    /// <param name="right">The right end.</param>
    /// <param name="zero">The line.</param>
    /// <param name="values">What it needs room for; there may be none.</param>
    public static Plot Draw(PixelRect data, double left, double right, LineStyle zero, IEnumerable<double> values)
    {
        var end = Room * values.Select(Math.Abs).DefaultIfEmpty().Max() is > 0 and var room ? room : 1;
        var panel = Chart.Panel(data, new AxisLimits(left, right, -end, end));
        panel.Grid.XAxisStyle.IsVisible = false;
        panel.AddLine(new Coordinates(left, 0), new Coordinates(right, 0), zero);
        return panel;
    }
}
