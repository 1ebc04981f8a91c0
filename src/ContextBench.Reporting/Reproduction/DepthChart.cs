using ScottPlot;

namespace ContextBench.Reporting.Reproduction;

/// <summary>
/// <c>depth.svg</c>: what the context costs a request, in µs, against how many nested async methods it runs through; a
/// curve a runtime, <c>classic</c> against the ambient variant. The article stands at the depth at which a request
/// makes about as many promises as its own.
/// </summary>
public static class DepthChart
{
    /// <summary>The name of its file in the reproduction's folder.</summary>
    public const string FileName = "depth.svg";

    private const int Width = 900;
    private const int Height = 560;
    private const double Room = 0.35; // above and below the data, on an axis where values that triple are 1 apart
    private const double RoomBeside = 2; // to the left and right of the data, in depth
    private const double Spread = 1.6; // of the points of all curves at one depth, so that all are seen

    private static readonly AsinhScale Scale = new(0.3);
    private static readonly double[] RoundUs = [0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000];
    private static readonly int ArticleDepth = ReproductionPoint.Article.Depth!.Value;
    private static readonly PixelRect Data = new(left: 78, right: 640, bottom: 498, top: 72);

    private static LineStyle ZeroLine => new(1.5f, ChartColors.Ink, LinePattern.Dashed);

    /// <summary>Draws it.</summary>
    /// <param name="report">What there is to say.</param>
    /// <param name="output">Where to write the SVG.</param>
    public static void Write(ReproductionReport report, TextWriter output)
    {
        DepthCurve[] curves = [.. DepthCurve.Of(report).Where(curve => curve.IsAgainstClassic)];
        var panel = Axes([.. curves.SelectMany(curve => curve.Points)]);
        foreach (var (i, curve) in curves.Index())
            AddCurve(panel, curve, CurveStyle.Of(i), Spread * (((i + 0.5) / curves.Length) - 0.5));
        AddArticle(panel);
        Chart.Write(Width, Height, output, Ground(curves), panel);
    }

    private static Plot Ground(IReadOnlyList<DepthCurve> curves) => Chart.Ground(
        Data.Left, "What an ambient request id costs, by how deep a request goes",
        "the id as a parameter (classic) against AsyncLocalStorage (als) or AsyncLocal; logarithmic far from 0",
        new Pixel(12, 72), Orientation.Vertical,
        [
            .. CurveLegend.Of(curves.Select(curve => (curve.Name, $"{curve.Baseline} → {curve.Candidate}"))),
            .. curves.Any(curve => curve.Points.Any(point => point.HoldsZero))
                ? [CurveLegend.Open("open\ninterval holds 0")]
                : Array.Empty<LegendItem>(),
            new LegendItem { LabelText = "dashed\nno difference", LineStyle = ZeroLine },
        ]);

    private static Plot Axes(IReadOnlyList<DepthPoint> points)
    {
        int[] depths = [.. points.Select(point => point.Depth).Append(ArticleDepth).Append(0).Distinct()];
        double[] bounds =
        [
            0, Position(Article.DifferenceUs),
            .. points.SelectMany(point => new[] { point.Total.DifferenceLow, point.Total.DifferenceHigh })
                .Select(us => Position(us!.Value)),
        ];
        var limits = new AxisLimits(
            depths.Min() - RoomBeside, depths.Max() + RoomBeside, bounds.Min() - Room, bounds.Max() + Room);
        var panel = Chart.Panel(Data, limits);
        panel.Axes.Bottom.SetTicks(depths.Select(depth => Tick.Major(depth, $"{depth}")));
        panel.Axes.Left.SetTicks(RoundUs.Select(us => -us).Append(0).Concat(RoundUs)
            .Where(us => Position(us) > limits.Bottom && Position(us) < limits.Top)
            .Select(us => Tick.Major(Position(us), us.ToString("+0.#;-0.#;0"))));
        panel.XLabel("depth: nested async methods that a request runs through");
        panel.YLabel("overhead, in µs a request");
        panel.AddLine(new Coordinates(limits.Left, 0), new Coordinates(limits.Right, 0), ZeroLine);
        return panel;
    }

    private static void AddCurve(Plot panel, DepthCurve curve, MarkStyle style, double beside)
    {
        Coordinates At(DepthPoint point) => new(point.Depth + beside, Position(point.Total.Difference));

        foreach (var (from, to) in curve.Points.Zip(curve.Points.Skip(1)))
        {
            if (!from.HoldsZero && !to.HoldsZero)
                panel.AddLine(At(from), At(to), style.Line);
        }

        foreach (var point in curve.Points)
        {
            panel.AddInterval(
                At(point), Position(point.Total.DifferenceLow!.Value), Position(point.Total.DifferenceHigh!.Value),
                style);
            panel.AddMarker(At(point), point.HoldsZero ? style.Open : style.Filled);
        }
    }

    private static void AddArticle(Plot panel)
    {
        var place = new Coordinates(ArticleDepth, Position(Article.DifferenceUs));
        panel.AddMarker(place, CurveLegend.ArticleMarker);
        var words = panel.Add.Text(
            $"2020 article\n+{ReproductionWording.ArticleUs}, about {Article.Promises} promises", place);
        (words.OffsetX, words.OffsetY, words.LabelFontSize) = (12, 8, 13);
        words.Alignment = Alignment.UpperLeft;
    }

    private static double Position(double us) => Scale.PositionOf(us);
}
