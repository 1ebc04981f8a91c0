using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace ContextBench.Reporting.Reproduction;

/// <summary>Everything of the chart but its words: axes, curves, intervals, marks.</summary>
/// <param name="curves">The curves, from the back to the front.</param>
internal sealed class ChartDrawing(IReadOnlyList<OverheadCurve> curves) : IDisposable
{
    /// <summary>The chart's width, in px.</summary>
    public const int Width = 900;

    /// <summary>The chart's height, in px.</summary>
    public const int Height = 560;

    private const float ArrowRise = 7; // what stands on the lower end of the axis has its middle so high, in px

    private static readonly double[] RoundCostsUs = [0.01, 0.1, 1, 10, 100, 1000];
    private static readonly Color Grid = Color.FromHex("#DDDDDD");

    private readonly Plot _plot = new();

    /// <summary>The colour of the axes.</summary>
    public static Color Ink { get; } = Color.FromHex("#333333");

    /// <summary>The article's mark.</summary>
    public static MarkerStyle ArticleMarker => new(MarkerShape.Eks, 13, Colors.Black) { LineWidth = 3 };

    /// <summary>A bar without a point.</summary>
    public static MarkerStyle BarMarker => new(MarkerShape.VerticalBar, 20, Ink) { LineWidth = 1.5f };

    /// <summary>A line on which every request pays the same µs.</summary>
    public static LineStyle GuideLine => new(1.2f, Color.FromHex("#888888"), LinePattern.Dotted);

    /// <summary>Where the data are, in px.</summary>
    public static PixelRect Data { get; } = new(left: 78, right: 625, bottom: 498, top: 72);

    /// <summary>What requests cost, in µs.</summary>
    public LogScale Requests { get; } = LogScale.OfRequests(curves.SelectMany(curve => curve.Points));

    /// <summary>Overheads, in percent.</summary>
    public LogScale Percents { get; } = LogScale.OfPercent(curves.SelectMany(curve => curve.Points));

    /// <summary>The costs that have a name on the axis, in µs: round ones, and the article's.</summary>
    public IEnumerable<double> RequestTicks => Requests.RoundNumbers().Append(Math.Round(Article.RequestUs));

    /// <summary>The costs in µs whose lines leave the data on the right, where there is room for their names.</summary>
    public IEnumerable<double> GuidesUs => RoundCostsUs.Where(us =>
        PercentAtRight(us) > Percents.Low && PercentAtRight(us) < Percents.High);

    /// <summary>What a cost is of the dearest request on the axis, in percent.</summary>
    /// <param name="us">The cost, in µs.</param>
    public double PercentAtRight(double us) => 100 * us / Requests.High;

    /// <summary>Whether an interval goes on below the axis.</summary>
    public bool HasOpenIntervals =>
        curves.SelectMany(curve => curve.Points).Any(point => Percents.IsBeneath(point.Low));

    /// <summary>Draws it.</summary>
    /// <param name="legend">The legend.</param>
    /// <returns>An SVG without words.</returns>
    public string ToSvg(ChartLegend legend)
    {
        DrawAxes();
        foreach (var us in GuidesUs)
            DrawGuide(us);
        for (var i = 0; i < curves.Count; i++)
            DrawCurve(curves[i], CurveStyle.Of(i));
        DrawMarker(ArticleMarker, At(Article.RequestUs, Article.OverheadPercent));
        _plot.Add.Plottable(legend);
        return _plot.GetSvgXml(Width, Height);
    }

    /// <summary>Where a point was drawn.</summary>
    /// <param name="requestUs">What a request costs, in µs.</param>
    /// <param name="percent">The overhead, in percent.</param>
    public Pixel PixelOf(double requestUs, double percent) => _plot.GetPixel(At(requestUs, percent));

    /// <inheritdoc/>
    public void Dispose() => _plot.Dispose();

    private void DrawAxes()
    {
        _plot.FigureBackground.Color = Colors.White; // also where the page is dark
        _plot.DataBackground.Color = Colors.White;
        _plot.Layout.Fixed(Data);
        _plot.Axes.SetLimits(
            Math.Log10(Requests.Low), Math.Log10(Requests.High), Math.Log10(Percents.Low), Math.Log10(Percents.High));
        _plot.Axes.Color(Ink);
        _plot.Axes.Bottom.TickGenerator = Ticks([.. RequestTicks], Requests.Subdivisions());
        _plot.Axes.Left.TickGenerator = Ticks([.. Percents.Decades()], Percents.Subdivisions());
        _plot.Grid.MajorLineColor = Grid;
        _plot.Grid.MajorLineWidth = 1;
    }

    // Without labels, which are words.
    private static NumericManual Ticks(double[] major, IEnumerable<double> all) => new(
        [
            .. major.Select(value => Tick.Major(Math.Log10(value), "")),
            .. all.Except(major).Select(value => Tick.Minor(Math.Log10(value))),
        ]);

    private void DrawGuide(double us)
    {
        // From one side to the other, and clipped where it leaves the data.
        Coordinates On(double requestUs) => new(Math.Log10(requestUs), Math.Log10(100 * us / requestUs));
        var line = _plot.Add.Line(On(Requests.Low), On(Requests.High));
        line.LineStyle = GuideLine;
        line.MarkerSize = 0;
    }

    private void DrawCurve(OverheadCurve curve, CurveStyle style)
    {
        // A point beneath the axis has no place that a line could lead to.
        Coordinates[] line = [.. curve.Points.Where(point => !Percents.IsBeneath(point.Percent)).Select(At)];
        _plot.Add.ScatterLine(line, style.Color).LineWidth = CurveStyle.LineWidth;
        foreach (var point in curve.Points)
            DrawPoint(point, style);
    }

    private void DrawPoint(OverheadPoint point, CurveStyle style)
    {
        var place = At(point);
        _plot.Add.Plottable(new ErrorBar(
            [place.X], [place.Y], null, null,
            [Percents.PositionOf(point.High) - place.Y], [place.Y - Percents.PositionOf(point.Low)])
        {
            LineStyle = new LineStyle(style.BarWidth, style.Color) { AntiAlias = true },
            CapSize = style.CapSize,
        });
        var goesOnBelow = Percents.IsBeneath(point.Low);
        if (goesOnBelow)
            DrawMarker(style.Arrow, place with { Y = LowestMark });
        if (!Percents.IsBeneath(point.Percent))
            DrawMarker(goesOnBelow ? style.Open : style.Filled, place);
    }

    private void DrawMarker(MarkerStyle style, Coordinates place) =>
        _plot.Add.Plottable(new Marker { Location = place, MarkerStyle = style });

    private Coordinates At(OverheadPoint point) => At(point.RequestUs, point.Percent);

    private Coordinates At(double requestUs, double percent) =>
        new(Requests.PositionOf(requestUs), Percents.PositionOf(percent));

    private double LowestMark =>
        Math.Log10(Percents.Low) + (Math.Log10(Percents.High / Percents.Low) * ArrowRise / Data.Height);
}
