using System.Globalization;
using ContextBench.Reporting.Charts;
using ScottPlot;

namespace ContextBench.Reporting.Certificates;

/// <summary>
/// By how much what was recovered differs from what was injected: an interval of a tenth of a percent cannot be seen on
/// an axis that has room for ten.
/// </summary>
internal sealed class DifferencePanel : IDisposable
{
    private const double Spread = 0.8; // of the runs of a dose, on an axis where doses are 1 apart

    private readonly IReadOnlyList<DoseGroup> _groups;
    private readonly LinearScale _scale;

    /// <summary>Draws it, without words.</summary>
    /// <param name="groups">The doses.</param>
    /// <param name="data">Where the data are, in px.</param>
    public DifferencePanel(IReadOnlyList<DoseGroup> groups, PixelRect data)
    {
        _groups = groups;
        _scale = LinearScale.Of(groups.SelectMany(group => group.Doses)
            .SelectMany(dose => new[] { dose.Low - dose.InjectedPercent, dose.High - dose.InjectedPercent }));
        Panel = new ChartPanel(data, new AxisLimits(-0.5, groups.Count - 0.5, -_scale.End, _scale.End));
        Panel.SetTicks([], _scale.RoundNumbers(), minorBottom: groups.Index().Select(group => (double)group.Index));
        Panel.AddLine(
            new Coordinates(Panel.Limits.Left, 0), new Coordinates(Panel.Limits.Right, 0), DoseMarks.Truth);
        foreach (var (i, group) in groups.Index())
        {
            DoseMarks.Draw(
                Panel, group, (_, beside) => i + (Spread * beside),
                (dose, percent) => percent - dose.InjectedPercent);
        }
    }

    /// <summary>Where it is drawn.</summary>
    public ChartPanel Panel { get; }

    /// <summary>Writes its words.</summary>
    /// <param name="text">Where to.</param>
    public void Write(ChartText text)
    {
        foreach (var (i, group) in _groups.Index())
        {
            text.Centre(
                Panel.PixelOf(new Coordinates(i, 0)).X, Panel.Data.Bottom + 16, DoseMarks.Name(group.Percent));
        }

        foreach (var difference in _scale.RoundNumbers())
        {
            text.Right(
                Panel.Data.Left - 9, Panel.PixelOf(new Coordinates(0, difference)).Y,
                difference.ToString("+0.####;-0.####;0", CultureInfo.InvariantCulture));
        }

        DoseMarks.WriteAxes(text, Panel, "recovered less injected, in % points");
    }

    /// <inheritdoc/>
    public void Dispose() => Panel.Dispose();
}
