using ContextBench.Analysis.Reproduction;
using ContextBench.Reporting.Charts;
using ScottPlot;

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

    private ChartPanel? _panel;

    /// <summary>The article's mark.</summary>
    public static MarkerStyle ArticleMarker => new(MarkerShape.Eks, 13, Colors.Black) { LineWidth = 3 };

    /// <summary>A bar without a point.</summary>
    public static MarkerStyle BarMarker => new(MarkerShape.VerticalBar, 20, ChartColors.Ink) { LineWidth = 1.5f };

    /// <summary>A line on which every request pays the same µs.</summary>
    public static LineStyle GuideLine => new(1.2f, ChartColors.Guide, LinePattern.Dotted);

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
    /// <returns>A chart without words.</returns>
    public ChartDocument Draw(ChartLegend legend)
    {
        foreach (var us in GuidesUs)
            DrawGuide(us);
        for (var i = 0; i < curves.Count; i++)
            DrawCurve(curves[i], CurveStyle.Of(i));
        Panel.AddMarker(At(Article.RequestUs, Article.OverheadPercent), ArticleMarker);
        Panel.Add(legend);
        return ChartDocument.Draw(Width, Height, Panel);
    }

    /// <summary>Where a point was drawn.</summary>
    /// <param name="requestUs">What a request costs, in µs.</param>
    /// <param name="percent">The overhead, in percent.</param>
    public Pixel PixelOf(double requestUs, double percent) => Panel.PixelOf(At(requestUs, percent));

    /// <inheritdoc/>
    public void Dispose() => _panel?.Dispose();

    private ChartPanel Panel => _panel ??= Axes();

    private ChartPanel Axes()
    {
        var panel = new ChartPanel(Data, new AxisLimits(
            Math.Log10(Requests.Low), Math.Log10(Requests.High), Math.Log10(Percents.Low), Math.Log10(Percents.High)));
        panel.SetTicks(
            RequestTicks.Select(Math.Log10), Percents.Decades().Select(Math.Log10),
            Requests.Subdivisions().Except(RequestTicks).Select(Math.Log10),
            Percents.Subdivisions().Except(Percents.Decades()).Select(Math.Log10));
        return panel;
    }

    private void DrawGuide(double us)
    {
        // From one side to the other, and clipped where it leaves the data.
        Coordinates On(double requestUs) => new(Math.Log10(requestUs), Math.Log10(100 * us / requestUs));
        Panel.AddLine(On(Requests.Low), On(Requests.High), GuideLine);
    }

    private void DrawCurve(OverheadCurve curve, MarkStyle style)
    {
        // A point beneath the axis has no place that a line could lead to.
        Coordinates[] line = [.. curve.Points.Where(point => !Percents.IsBeneath(point.Percent)).Select(At)];
        Panel.AddCurve(line, style.Color);
        foreach (var point in curve.Points)
            DrawPoint(point, style);
    }

    private void DrawPoint(OverheadPoint point, MarkStyle style)
    {
        var place = At(point);
        Panel.AddBar(place, Percents.PositionOf(point.Low), Percents.PositionOf(point.High), style);
        var goesOnBelow = Percents.IsBeneath(point.Low);
        if (goesOnBelow)
            Panel.AddMarker(place with { Y = LowestMark }, style.Arrow);
        if (!Percents.IsBeneath(point.Percent))
            Panel.AddMarker(place, goesOnBelow ? style.Open : style.Filled);
    }

    private Coordinates At(OverheadPoint point) => At(point.RequestUs, point.Percent);

    private Coordinates At(double requestUs, double percent) =>
        new(Requests.PositionOf(requestUs), Percents.PositionOf(percent));

    private double LowestMark =>
        Math.Log10(Percents.Low) + (Math.Log10(Percents.High / Percents.Low) * ArrowRise / Data.Height);
}
