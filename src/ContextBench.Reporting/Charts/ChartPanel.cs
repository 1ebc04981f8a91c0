using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace ContextBench.Reporting.Charts;

/// <summary>A rectangle of data between axes, drawn without words.</summary>
internal sealed class ChartPanel : IDisposable
{
    private readonly Plot _plot = new();

    /// <summary>Draws the axes.</summary>
    /// <param name="data">Where the data are, in px of the whole chart.</param>
    /// <param name="limits">What the axes reach from and to.</param>
    public ChartPanel(PixelRect data, AxisLimits limits)
    {
        Data = data;
        Limits = limits;
        _plot.FigureBackground.Color = Colors.White; // also where the page is dark
        _plot.DataBackground.Color = Colors.White;
        _plot.Layout.Fixed(data);
        _plot.Axes.SetLimits(limits);
        _plot.Axes.Color(ChartColors.Ink);
        _plot.Grid.MajorLineColor = ChartColors.Grid;
        _plot.Grid.MajorLineWidth = 1;
        SetTicks([], []);
    }

    /// <summary>Where the data are, in px of the whole chart.</summary>
    public PixelRect Data { get; }

    /// <summary>What the axes reach from and to.</summary>
    public AxisLimits Limits { get; }

    /// <summary>Marks places on the axes, each with a line behind the data.</summary>
    /// <param name="bottom">Places on the horizontal axis.</param>
    /// <param name="left">Places on the vertical axis.</param>
    /// <param name="minorBottom">Places on the horizontal axis that have no line.</param>
    /// <param name="minorLeft">Places on the vertical axis that have no line.</param>
    public void SetTicks(
        IEnumerable<double> bottom, IEnumerable<double> left,
        IEnumerable<double>? minorBottom = null, IEnumerable<double>? minorLeft = null)
    {
        _plot.Axes.Bottom.TickGenerator = Ticks(bottom, minorBottom ?? []);
        _plot.Axes.Left.TickGenerator = Ticks(left, minorLeft ?? []);
    }

    /// <summary>Draws something of one's own.</summary>
    /// <param name="plottable">It.</param>
    public void Add(IPlottable plottable) => _plot.Add.Plottable(plottable);

    /// <summary>Draws a straight line, clipped where it leaves the data.</summary>
    /// <param name="from">Its one end.</param>
    /// <param name="to">Its other end.</param>
    /// <param name="style">How it looks.</param>
    public void AddLine(Coordinates from, Coordinates to, LineStyle style)
    {
        var line = _plot.Add.Line(from, to);
        line.LineStyle = style;
        line.MarkerSize = 0;
    }

    /// <summary>Draws lines from point to point.</summary>
    /// <param name="points">The points.</param>
    /// <param name="color">Their colour.</param>
    public void AddCurve(Coordinates[] points, Color color) =>
        _plot.Add.ScatterLine(points, color).LineWidth = MarkStyle.LineWidth;

    /// <summary>Draws the bar of an interval, without its point.</summary>
    /// <param name="point">Where the point is.</param>
    /// <param name="low">The lower end.</param>
    /// <param name="high">The upper end.</param>
    /// <param name="style">How it looks.</param>
    public void AddBar(Coordinates point, double low, double high, MarkStyle style) =>
        Add(new ErrorBar([point.X], [point.Y], null, null, [high - point.Y], [point.Y - low])
        {
            LineStyle = style.Bar,
            CapSize = style.CapSize,
        });

    /// <summary>Draws a marker.</summary>
    /// <param name="place">Where.</param>
    /// <param name="style">How it looks.</param>
    public void AddMarker(Coordinates place, MarkerStyle style) =>
        Add(new Marker { Location = place, MarkerStyle = style });

    /// <summary>Where a place was drawn, in px of the whole chart; known once it was.</summary>
    /// <param name="place">The place.</param>
    public Pixel PixelOf(Coordinates place) => _plot.GetPixel(place);

    /// <summary>Draws it.</summary>
    /// <param name="width">The whole chart's width, in px.</param>
    /// <param name="height">The whole chart's height, in px.</param>
    /// <param name="hasGround">Whether on a ground of its own, rather than over another panel.</param>
    /// <returns>An SVG.</returns>
    public string ToSvg(int width, int height, bool hasGround)
    {
        if (!hasGround)
        {
            _plot.RenderManager.ClearCanvasBeforeEachRender = false;
            _plot.FigureBackground.Color = Colors.Transparent;
        }

        return _plot.GetSvgXml(width, height);
    }

    /// <inheritdoc/>
    public void Dispose() => _plot.Dispose();

    // Without labels, which are words.
    private static NumericManual Ticks(IEnumerable<double> major, IEnumerable<double> minor) => new(
        [.. major.Select(place => Tick.Major(place, "")), .. minor.Select(Tick.Minor)]);
}
