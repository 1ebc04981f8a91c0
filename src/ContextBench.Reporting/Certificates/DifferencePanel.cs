using ScottPlot;
using ScottPlot.TickGenerators;

namespace ContextBench.Reporting.Certificates;

/// <summary>
/// By how much what was recovered differs from what was injected: an interval of a tenth of a percent cannot be seen on
/// an axis that has room for ten.
/// </summary>
internal static class DifferencePanel
{
    private const double Spread = 0.8; // of the runs of a dose, on an axis where doses are 1 apart

    /// <summary>Draws it.</summary>
    /// <param name="groups">The doses.</param>
    /// <param name="data">Where the data are, in px.</param>
    public static Plot Draw(IReadOnlyList<DoseGroup> groups, PixelRect data)
    {
        var panel = ZeroPanel.Draw(
            data, -0.5, groups.Count - 0.5, DoseMarks.Truth,
            groups.SelectMany(group => group.Doses).SelectMany(dose =>
                new[] { dose.Low - dose.InjectedPercent, dose.High - dose.InjectedPercent }));
        panel.Axes.Left.TickGenerator = new NumericAutomatic
        {
            LabelFormatter = percent => percent.ToString("+0.####;-0.####;0"),
        };
        panel.Axes.Bottom.SetTicks(groups.Select((group, i) => new Tick(i, DoseMarks.Name(group.Percent), false)));
        panel.XLabel("injected, in %");
        panel.YLabel("recovered less injected, in % points");
        foreach (var (i, group) in groups.Index())
        {
            DoseMarks.Draw(
                panel, group, (_, beside) => i + (Spread * beside),
                (dose, percent) => percent - dose.InjectedPercent);
        }

        return panel;
    }
}
