using ScottPlot;

namespace ContextBench.Reporting.Reproduction;

/// <summary>
/// <c>reproduction.svg</c>: the overhead against what a request costs, a curve a runtime, and the article's point.
/// Both axes are logarithmic, so that the same µs on every request are a straight line that falls.
/// </summary>
public static class ReproductionChart
{
    /// <summary>The name of its file in the reproduction's folder.</summary>
    public const string FileName = "reproduction.svg";

    private const int Width = 900;
    private const int Height = 560;
    private const float ArrowRise = 7; // what stands on the lower end of the axis has its middle so high, in px

    private static readonly double[] RoundCostsUs = [0.01, 0.1, 1, 10, 100, 1000];
    private static readonly PixelRect Data = new(left: 78, right: 625, bottom: 498, top: 72);

    // On which every request pays the same µs.
    private static LineStyle GuideLine => new(1.2f, ChartColors.Guide, LinePattern.Dotted);

    /// <summary>Draws it.</summary>
    /// <param name="report">What there is to say.</param>
    /// <param name="output">Where to write the SVG.</param>
    public static void Write(ReproductionReport report, TextWriter output)
    {
        var curves = OverheadCurve.Of(report);
        OverheadPoint[] points = [.. curves.SelectMany(curve => curve.Points)];
        var (requests, percents) = (LogScale.OfRequests(points), LogScale.OfPercent(points));
        var panel = Axes(requests, percents);
        foreach (var (curve, i) in curves.Select((curve, i) => (curve, i)))
            AddCurve(panel, curve, CurveStyle.Of(i), requests, percents);
        AddArticle(panel, percents);
        Chart.Write(Width, Height, output, Ground(curves, points.Any(point => percents.IsBeneath(point.Low))), panel);
    }

    private static Plot Ground(IReadOnlyList<OverheadCurve> curves, bool hasOpenIntervals) => Chart.Ground(
        Data.Left, "What an ambient request id costs, by what the request costs",
        "the id as a parameter (classic) against AsyncLocalStorage (als) or AsyncLocal; logarithmic axes",
        new Pixel(12, 72), Orientation.Vertical,
        [
            .. CurveLegend.Of(curves.Select(curve => (curve.Name, $"{curve.Baseline} → {curve.Candidate}"))),
            .. hasOpenIntervals
                ? [CurveLegend.Open("open, arrow down\ninterval goes on below")]
                : Array.Empty<LegendItem>(),
            new LegendItem { LabelText = "dotted\nthe same µs on any request", LineStyle = GuideLine },
        ]);

    private static Plot Axes(LogScale requests, LogScale percents)
    {
        var panel = Chart.Panel(Data, new AxisLimits(
            Math.Log10(requests.Low), Math.Log10(requests.High), Math.Log10(percents.Low), Math.Log10(percents.High)));
        double[] named = [.. requests.RoundNumbers(), Math.Round(Article.RequestUs)];
        panel.Axes.Bottom.SetTicks(
            [.. Major(named, ""), .. requests.Subdivisions().Except(named).Select(Math.Log10).Select(Tick.Minor)]);
        panel.Axes.Left.SetTicks(
            [
                .. Major(percents.Decades(), " %"),
                .. percents.Subdivisions().Except(percents.Decades()).Select(Math.Log10).Select(Tick.Minor),
            ]);
        panel.XLabel("cost of a request with the id as a parameter, in µs");
        panel.YLabel("overhead, in % of that cost");
        AddGuides(panel, requests, percents);
        return panel;
    }

    private static IEnumerable<Tick> Major(IEnumerable<double> values, string unit) =>
        values.Select(value => Tick.Major(Math.Log10(value), Number(value) + unit));

    // Their names stand where they leave the data on the right, if there is room.
    private static void AddGuides(Plot panel, LogScale requests, LogScale percents)
    {
        var guides = RoundCostsUs.Select(us => (Us: us, Percent: 100 * us / requests.High))
            .Where(guide => guide.Percent > percents.Low && guide.Percent < percents.High).ToArray();
        foreach (var (us, percent) in guides)
        {
            panel.AddLine(
                new Coordinates(Math.Log10(requests.Low), Math.Log10(100 * us / requests.Low)),
                new Coordinates(Math.Log10(requests.High), Math.Log10(percent)), GuideLine)
                .Axes.YAxis = panel.Axes.Right; // which has no ticks unless something is drawn by it
        }

        panel.Axes.Right.SetTicks(guides.Select(guide =>
            new Tick(Math.Log10(guide.Percent), $"{Number(guide.Us)} µs", isMajor: false)));
        panel.Axes.Right.Min = Math.Log10(percents.Low);
        panel.Axes.Right.Max = Math.Log10(percents.High);
        panel.Axes.Right.MinorTickStyle.Length = 0;
    }

    private static void AddCurve(
        Plot panel, OverheadCurve curve, MarkStyle style, LogScale requests, LogScale percents)
    {
        Coordinates At(OverheadPoint point) =>
            new(requests.PositionOf(point.RequestUs), percents.PositionOf(point.Percent));

        // A point beneath the axis has no place that a line could lead to.
        panel.Add.ScatterLine((Coordinates[])
            [.. curve.Points.Where(point => !percents.IsBeneath(point.Percent)).Select(At)], style.Color)
            .LineWidth = MarkStyle.LineWidth;
        var lowestMark =
            Math.Log10(percents.Low) + (Math.Log10(percents.High / percents.Low) * ArrowRise / Data.Height);
        foreach (var point in curve.Points)
        {
            var goesOnBelow = percents.IsBeneath(point.Low);
            panel.AddInterval(At(point), percents.PositionOf(point.Low), percents.PositionOf(point.High), style);
            if (goesOnBelow)
                panel.AddMarker(At(point) with { Y = lowestMark }, style.Arrow);
            if (!percents.IsBeneath(point.Percent))
                panel.AddMarker(At(point), goesOnBelow ? style.Open : style.Filled);
        }
    }

    // Its words stand above it, unless there is no room.
    private static void AddArticle(Plot panel, LogScale percents)
    {
        var place = new Coordinates(Math.Log10(Article.RequestUs), Math.Log10(Article.OverheadPercent));
        panel.AddMarker(place, CurveLegend.ArticleMarker);
        var words = panel.Add.Text(
            $"2020 article\n{Article.RequestUs:0} µs, +{Article.OverheadPercent:0.0} %",
            place);
        var hasRoom = percents.High > 2 * Article.OverheadPercent;
        (words.OffsetX, words.OffsetY, words.LabelFontSize) = (12, hasRoom ? -8 : 8, 13);
        words.Alignment = hasRoom ? Alignment.LowerLeft : Alignment.UpperLeft;
    }

    private static string Number(double value) => value.ToString("0.###");
}
