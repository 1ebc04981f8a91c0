using ScottPlot;
using ScottPlot.TickGenerators;

namespace ContextBench.Reporting.Calibrations;

/// <summary>
/// By how much what was recovered differs from what was injected: an interval of a tenth of a percent cannot be seen on
/// an axis that has room for ten.
/// </summary>
internal static class DifferencePanel
{
    private const double Spread = 0.8; // of the runs of an injected cost, on an axis where costs are 1 apart

    /// <summary>Draws it.</summary>
    /// <param name="groups">The costs.</param>
    /// <param name="data">Where the data are, in px.</param>
    public static Plot Draw(IReadOnlyList<CostGroup> groups, PixelRect data)
    {
        var panel = ZeroPanel.Draw(
            data, -0.5, groups.Count - 0.5, CostMarks.Truth,
            groups.SelectMany(group => group.Costs).SelectMany(cost =>
                new[] { cost.Low - cost.InjectedPercent, cost.High - cost.InjectedPercent }));
        panel.Axes.Left.TickGenerator = new NumericAutomatic
        {
            LabelFormatter = percent => percent.ToString("+0.####;-0.####;0"),
        };
        panel.Axes.Bottom.SetTicks(groups.Select((group, i) => new Tick(i, CostMarks.Name(group.Percent), false)));
        panel.XLabel("injected, in %");
        panel.YLabel("recovered less injected, in % points");
        foreach (var (i, group) in groups.Index())
        {
            CostMarks.Draw(
                panel, group, (_, beside) => i + (Spread * beside),
                (cost, percent) => percent - cost.InjectedPercent);
        }

        return panel;
    }
}
