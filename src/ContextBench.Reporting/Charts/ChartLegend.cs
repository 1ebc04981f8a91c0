using ScottPlot;

namespace ContextBench.Reporting.Charts;

/// <summary>The legend: a column or a row beside the data, never over it.</summary>
/// <param name="entries">What it explains, from top to bottom, or from left to right.</param>
/// <param name="left">Its left end, in px.</param>
/// <param name="top">The middle of its first line, in px.</param>
/// <param name="columnWidth">The width of an entry of a row, in px; 0 for a column.</param>
internal sealed class ChartLegend(
    IReadOnlyList<ChartLegend.Entry> entries, float left, float top, float columnWidth = 0) : IPlottable
{
    private const float MarkX = 10;
    private const float TextX = 28;
    private const float EntryHeight = 46;
    private const float LineHeight = 17;

    /// <inheritdoc/>
    public bool IsVisible { get; set; } = true;

    /// <inheritdoc/>
    public IAxes Axes { get; set; } = new Axes();

    /// <inheritdoc/>
    public IEnumerable<LegendItem> LegendItems => LegendItem.None;

    /// <inheritdoc/>
    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    /// <summary>Draws the marks, with the very markers that the data are drawn with.</summary>
    /// <param name="rp">Where to draw.</param>
    public void Render(RenderPack rp)
    {
        rp.CanvasState.DisableClipping(); // the column is outside of the data
        foreach (var (entry, i) in entries.Select((entry, i) => (entry, i)))
        {
            var place = Place(i);
            var (x, y) = (place.X + MarkX, place.Y);
            if (entry.Line is { } line)
                Drawing.DrawLine(rp.Canvas, rp.Paint, new PixelLine(x - 12, y, x + 12, y), line);
            entry.Marker?.Render(rp, new Pixel(x, y));
        }
    }

    /// <summary>Writes the words.</summary>
    /// <param name="text">Where to write.</param>
    public void Write(ChartText text)
    {
        foreach (var (entry, i) in entries.Select((entry, i) => (entry, i)))
        {
            var (x, y) = (Place(i).X + TextX, Place(i).Y);
            text.Left(x, y, entry.Name, bold: true);
            text.Left(x, y + LineHeight, entry.Note, size: 12, ChartText.Grey);
        }
    }

    private Pixel Place(int entry) =>
        columnWidth > 0 ? new(left + (entry * columnWidth), top) : new(left, top + (entry * EntryHeight));

    /// <summary>What the legend says of a mark.</summary>
    /// <param name="Name">What it stands for.</param>
    /// <param name="Note">A line more.</param>
    /// <param name="Marker">Its marker; null for a line alone.</param>
    /// <param name="Line">Its line; null for a marker alone.</param>
    internal sealed record Entry(string Name, string Note, MarkerStyle? Marker, LineStyle? Line);
}
