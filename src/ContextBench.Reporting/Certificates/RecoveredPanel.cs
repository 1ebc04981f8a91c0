using ContextBench.Analysis.Calibration;
using ContextBench.Reporting.Charts;
using ScottPlot;

namespace ContextBench.Reporting.Certificates;

/// <summary>What was recovered against what was injected, on axes with room for small doses and large.</summary>
internal sealed class RecoveredPanel : IDisposable
{
    private const double Room = 0.35; // at the ends, on an axis where doses that triple are 1 apart
    private const double Spread = 0.24; // of the runs of a dose
    private const float RoomForName = 25; // px

    private readonly double[] _percents;

    /// <summary>Draws it, without words.</summary>
    /// <param name="groups">The doses.</param>
    /// <param name="data">Where the data are, in px.</param>
    public RecoveredPanel(IReadOnlyList<DoseGroup> groups, PixelRect data)
    {
        DoseResult[] doses = [.. groups.SelectMany(group => group.Doses)];
        double[] truths = [.. doses.Select(dose => Position(dose.InjectedPercent))];
        Panel = new ChartPanel(data, new AxisLimits(
            truths.Min() - Room, truths.Max() + Room,
            doses.Select(dose => Position(dose.Low)).Concat(truths).Min() - Room,
            doses.Select(dose => Position(dose.High)).Concat(truths).Max() + Room));
        _percents = [.. groups.Select(group => group.Percent)];
        Panel.SetTicks(_percents.Select(Position), UpPercents().Select(Position));
        Panel.AddLine(
            new Coordinates(Panel.Limits.Left, Panel.Limits.Left),
            new Coordinates(Panel.Limits.Right, Panel.Limits.Right), DoseMarks.Truth);
        foreach (var group in groups)
        {
            DoseMarks.Draw(
                Panel, group, (dose, beside) => Position(dose.InjectedPercent) + (Spread * beside),
                (_, percent) => Position(percent));
        }
    }

    /// <summary>Where it is drawn.</summary>
    public ChartPanel Panel { get; }

    /// <summary>Writes its words.</summary>
    /// <param name="text">Where to.</param>
    public void Write(ChartText text)
    {
        var last = float.NegativeInfinity;
        foreach (var percent in _percents)
        {
            // Where two doses stand too close, the panel beside has the names of both.
            var x = Panel.PixelOf(new Coordinates(Position(percent), 0)).X;
            if (x - last < RoomForName)
                continue;
            text.Centre(x, Panel.Data.Bottom + 16, DoseMarks.Name(percent));
            last = x;
        }

        foreach (var percent in UpPercents())
        {
            text.Right(
                Panel.Data.Left - 9, Panel.PixelOf(new Coordinates(0, Position(percent))).Y, DoseMarks.Name(percent));
        }

        DoseMarks.WriteAxes(text, Panel, "recovered, in %");
    }

    /// <inheritdoc/>
    public void Dispose() => Panel.Dispose();

    // Intervals may go as far below 0.
    private IEnumerable<double> UpPercents() => _percents
        .Concat(_percents.Where(percent => percent > 0).Select(percent => -percent))
        .Where(percent => Position(percent) >= Panel.Limits.Bottom);

    private static double Position(double percent) => DoseGroup.Scale.PositionOf(percent);
}
