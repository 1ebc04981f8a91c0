using ScottPlot;

namespace ContextBench.Reporting.Calibrations;

/// <summary>
/// What was recovered against what was injected, on axes with room for small injected costs and large.
/// </summary>
internal static class RecoveredPanel
{
    private const double Room = 0.35; // at the ends, on an axis where costs that triple are 1 apart
    private const double Spread = 0.24; // of the runs of an injected cost
    private const float RoomForName = 25; // px

    /// <summary>Draws it.</summary>
    /// <param name="groups">The costs.</param>
    /// <param name="data">Where the data are, in px.</param>
    public static Plot Draw(IReadOnlyList<CostGroup> groups, PixelRect data)
    {
        RecoveredCost[] costs = [.. groups.SelectMany(group => group.Costs)];
        double[] truths = [.. costs.Select(cost => Position(cost.InjectedPercent))];
        var limits = new AxisLimits(
            truths.Min() - Room, truths.Max() + Room,
            costs.Select(cost => Position(cost.Low)).Concat(truths).Min() - Room,
            costs.Select(cost => Position(cost.High)).Concat(truths).Max() + Room);
        var panel = Chart.Panel(data, limits);
        double[] percents = [.. groups.Select(group => group.Percent)];
        panel.Axes.Bottom.SetTicks(Ticks(percents, RoomForName * limits.HorizontalSpan / data.Width));
        // Intervals may go as far below 0.
        panel.Axes.Left.SetTicks(Ticks(
            percents.Concat(percents.Where(percent => percent > 0).Select(percent => -percent))
                .Where(percent => Position(percent) >= limits.Bottom),
            room: 0));
        panel.XLabel("injected, in %");
        panel.YLabel("recovered, in %");
        panel.AddLine(
            new Coordinates(limits.Left, limits.Left), new Coordinates(limits.Right, limits.Right), CostMarks.Truth);
        foreach (var group in groups)
        {
            CostMarks.Draw(
                panel, group, (cost, beside) => Position(cost.InjectedPercent) + (Spread * beside),
                (_, percent) => Position(percent));
        }

        return panel;
    }

    // Where two costs stand too close, the panel beside has the names of both.
    private static IEnumerable<Tick> Ticks(IEnumerable<double> percents, double room)
    {
        var last = double.NegativeInfinity;
        foreach (var percent in percents)
        {
            var hasRoom = room == 0 || Position(percent) - last >= room;
            yield return Tick.Major(Position(percent), hasRoom ? CostMarks.Name(percent) : "");
            last = hasRoom ? Position(percent) : last;
        }
    }

    private static double Position(double percent) => CostGroup.Scale.PositionOf(percent);
}
