using ScottPlot;

namespace ContextBench.Reporting.Calibrations;

/// <summary>What the panels of the chart have in common: how costs are drawn and named.</summary>
internal static class CostMarks
{
    private const double Opacity = 0.6; // bars lie over each other

    /// <summary>How an injected cost looks whose interval holds the truth.</summary>
    public static MarkStyle Holds { get; } = new(
        TruthStyle.Holds.Color.WithOpacity(Opacity), TruthStyle.Holds.Shape, Size: 3.5f, BarWidth: 1.2f, CapSize: 0);

    /// <summary>How an injected cost looks whose interval misses the truth.</summary>
    public static MarkStyle Misses { get; } = TruthStyle.Misses with { Size = 8, BarWidth = 2, CapSize = 0 };

    /// <summary>The line of what was injected.</summary>
    public static LineStyle Truth => new(1.5f, ChartColors.Ink, LinePattern.Dashed);

    /// <summary>Draws an injected cost of all runs, those that miss the truth over the others.</summary>
    /// <param name="panel">Where.</param>
    /// <param name="group">The cost.</param>
    /// <param name="across">
    /// Where a run's point lies on the horizontal axis, by it and by where it stands among the others, -0.5 to 0.5.
    /// </param>
    /// <param name="up">Where a percentage of a run's point lies on the vertical axis.</param>
    public static void Draw(
        Plot panel, CostGroup group, Func<RecoveredCost, double, double> across,
        Func<RecoveredCost, double, double> up)
    {
        foreach (var (run, cost) in group.Costs.Index().OrderBy(run => run.Item.IsCovered ? 0 : 1))
        {
            var style = cost.IsCovered ? Holds : Misses;
            var place = new Coordinates(across(cost, group.Beside(run)), up(cost, cost.RecoveredPercent));
            panel.AddInterval(place, up(cost, cost.Low), up(cost, cost.High), style);
            panel.AddMarker(place, style.Filled);
        }
    }

    /// <summary>A cost as people call it: two digits.</summary>
    /// <param name="percent">The cost, in percent.</param>
    public static string Name(double percent)
    {
        var digits = percent == 0 ? 0 : Math.Clamp(1 - (int)Math.Floor(Math.Log10(Math.Abs(percent))), 0, 4);
        return Math.Round(percent, digits).ToString("0.####");
    }
}
