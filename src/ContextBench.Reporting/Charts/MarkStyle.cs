using ScottPlot;

namespace ContextBench.Reporting.Charts;

/// <summary>How points with intervals look: a colour, and a shape for who does not see the colour.</summary>
/// <param name="Color">The colour.</param>
/// <param name="Shape">The marker's shape.</param>
/// <param name="Size">The marker's size, in px, so that shapes look equally large.</param>
/// <param name="BarWidth">The width of the bar of an interval, in px.</param>
/// <param name="CapSize">Half the width of the bar's ends, in px.</param>
internal sealed record MarkStyle(Color Color, MarkerShape Shape, float Size, float BarWidth, float CapSize)
{
    /// <summary>The width of a curve's line, in px.</summary>
    public const float LineWidth = 1.5f;

    private const float OutlineWidth = 1.8f;

    /// <summary>The line that leads from point to point.</summary>
    public LineStyle Line => new(LineWidth, Color) { AntiAlias = true };

    /// <summary>The line of an interval.</summary>
    public LineStyle Bar => new(BarWidth, Color) { AntiAlias = true };

    /// <summary>The marker of a point.</summary>
    public MarkerStyle Filled => Marker(Color);

    /// <summary>The marker of a point whose interval goes on below the axis, or holds 0.</summary>
    public MarkerStyle Open => Marker(Colors.White);

    /// <summary>The end of a bar that goes on below the axis.</summary>
    public MarkerStyle Arrow => new(MarkerShape.FilledTriangleDown, 12, Color);

    /// <summary>What a legend says of it.</summary>
    /// <param name="name">What it stands for.</param>
    /// <param name="note">A line more.</param>
    /// <param name="line">Its line.</param>
    public LegendItem Explained(string name, string note, LineStyle line) =>
        new() { LabelText = $"{name}\n{note}", MarkerStyle = Filled, LineStyle = line };

    private MarkerStyle Marker(Color fill) => new(Shape, Size, fill)
    {
        OutlineStyle = new LineStyle(OutlineWidth, Color) { AntiAlias = true },
    };
}
