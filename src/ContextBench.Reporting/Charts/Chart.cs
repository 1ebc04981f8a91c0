using System.Text;
using System.Xml.Linq;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace ContextBench.Reporting.Charts;

/// <summary>A chart as an SVG: a title and a legend, and panels of data, all words text.</summary>
internal static class Chart
{
    private const float RoomForLeft = 66; // px, for numbers and what they are
    private static readonly Color Grey = Color.FromHex("#555555"); // 7 to 1 on white

    static Chart()
    {
        Fonts.FontResolvers.Insert(0, new ChartFont());
        Fonts.Default = ChartFont.Name;
    }

    /// <summary>The white ground of a chart, with its title and legend, below its panels.</summary>
    /// <param name="left">Where the title begins, in px.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="note">A line more.</param>
    /// <param name="legend">
    /// Where the legend is, in px from the top, and from the left for a row or from the right for a column.
    /// </param>
    /// <param name="orientation">Which of the two.</param>
    /// <param name="items">What the legend explains.</param>
    public static Plot Ground(
        float left, string title, string note, Pixel legend, Orientation orientation, params LegendItem[] items)
    {
        var plot = new Plot();
        plot.FigureBackground.Color = Colors.White; // also where the page is dark
        plot.Layout.Frameless();
        plot.HideGrid();
        AddWords(plot, title, left, top: 12, size: 17).LabelBold = true;
        AddWords(plot, note, left, top: 39, size: 13).LabelFontColor = Grey;
        plot.Legend.ManualItems.AddRange(items);
        plot.Legend.Margin = new PixelPadding(legend.X, legend.X, 0, legend.Y);
        (plot.Legend.OutlineWidth, plot.Legend.ShadowColor) = (0, Colors.Transparent);
        (plot.Legend.FontSize, plot.Legend.SymbolWidth) = (13, 30);
        plot.ShowLegend(
            orientation == Orientation.Horizontal ? Alignment.UpperLeft : Alignment.UpperRight, orientation);
        return plot;
    }

    /// <summary>A rectangle of data between axes.</summary>
    /// <param name="data">Where the data are, in px of the whole chart.</param>
    /// <param name="limits">What the axes reach from and to.</param>
    public static Plot Panel(PixelRect data, AxisLimits limits)
    {
        var plot = new Plot();
        plot.FigureBackground.Color = Colors.Transparent;
        plot.Layout.Fixed(data);
        plot.Axes.SetLimits(limits);
        plot.Axes.Color(ChartColors.Ink);
        plot.Grid.MajorLineColor = ChartColors.Grid;
        foreach (var axis in plot.Axes.GetAxes())
            (axis.TickLabelStyle.FontSize, axis.TickLabelStyle.ForeColor) = (13, Colors.Black);
        foreach (var axis in new IAxis[] { plot.Axes.Bottom, plot.Axes.Left })
            (axis.Label.FontSize, axis.Label.Bold, axis.Label.ForeColor) = (14, false, Colors.Black);
        plot.Axes.Left.MinimumSize = RoomForLeft;
        return plot;
    }

    /// <summary>Writes words above the data, from their left end.</summary>
    public static void AddHeadline(this Plot plot, PixelRect data, string text)
    {
        plot.Title(text, 14);
        var headline = plot.Axes.Title.Label;
        (headline.Alignment, headline.OffsetX, headline.OffsetY) = (Alignment.LowerLeft, -data.Width / 2, 9);
    }

    /// <summary>Marks places on an axis; those that are major have a line behind the data.</summary>
    public static void SetTicks(this IAxis axis, params IEnumerable<Tick> ticks) =>
        axis.TickGenerator = new NumericManual([.. ticks]);

    /// <summary>Draws a straight line, clipped where it leaves the data.</summary>
    public static LinePlot AddLine(this Plot plot, Coordinates from, Coordinates to, LineStyle style)
    {
        var line = plot.Add.Line(from, to);
        (line.LineStyle, line.MarkerSize) = (style, 0);
        return line;
    }

    /// <summary>Draws a marker.</summary>
    public static void AddMarker(this Plot plot, Coordinates place, MarkerStyle style) =>
        plot.Add.Plottable(new Marker { Location = place, MarkerStyle = style });

    /// <summary>Draws the bar of an interval, without its point.</summary>
    public static void AddInterval(this Plot plot, Coordinates point, double low, double high, MarkStyle style) =>
        plot.Add.Plottable(new ErrorBar([point.X], [point.Y], null, null, [high - point.Y], [point.Y - low])
        {
            LineStyle = style.Bar,
            CapSize = style.CapSize,
        });

    /// <summary>Writes the panels, over each other, as one SVG.</summary>
    public static void Write(int width, int height, TextWriter output, params IReadOnlyList<Plot> panels)
    {
        foreach (var panel in panels)
            panel.RenderInMemory(width, height); // the first time, it draws some things twice
        using var svg = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, width, height), svg))
        {
            foreach (var panel in panels)
            {
                panel.RenderManager.ClearCanvasBeforeEachRender = false;
                panel.Render(canvas, new PixelRect(0, width, height, 0));
                panel.Dispose();
            }
        }

        output.WriteLine(
            Readable(XElement.Parse(Encoding.UTF8.GetString(svg.ToArray())), $"0 0 {width} {height}").ToString()
                .ReplaceLineEndings(output.NewLine));
    }

    // Skia numbers clips through all that a process draws, where the same chart has to be the same file; and it places
    // words glyph by glyph, in one font.
    private static XElement Readable(XElement svg, string viewBox)
    {
        svg.SetAttributeValue("viewBox", viewBox);
        svg.SetAttributeValue("role", "img");
        var clips = svg.Descendants().Attributes("id").Select((id, i) => (id.Value, New: $"clip{i}"))
            .ToDictionary(clip => clip.Value, clip => clip.New);
        foreach (var id in svg.Descendants().Attributes("id"))
            id.Value = clips[id.Value];
        foreach (var use in svg.Descendants().Attributes("clip-path"))
            use.Value = $"url(#{clips[use.Value[5..^1]]})";
        foreach (var text in svg.Descendants().Where(element => element.Name.LocalName == "text"))
        {
            text.SetAttributeValue("x", text.Attribute("x")!.Value.Split(',')[0].Trim());
            text.SetAttributeValue("y", text.Attribute("y")!.Value.Split(',')[0].Trim());
            text.SetAttributeValue("font-family", ChartFont.Readers);
            text.Value = text.Value.Trim();
            text.Add( // a white edge keeps words readable over a line
                new XAttribute("stroke", "#FFFFFF"), new XAttribute("stroke-width", "3"),
                new XAttribute("stroke-linejoin", "round"), new XAttribute("paint-order", "stroke"));
        }

        return svg;
    }

    private static Annotation AddWords(Plot plot, string text, float left, float top, float size)
    {
        var words = plot.Add.Annotation(text);
        (words.OffsetX, words.OffsetY, words.LabelFontSize) = (left, top, size);
        (words.LabelFontColor, words.LabelBackgroundColor) = (Colors.Black, Colors.Transparent);
        (words.LabelBorderWidth, words.LabelShadowColor) = (0, Colors.Transparent);
        return words;
    }
}
