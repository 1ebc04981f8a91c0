using ScottPlot;

namespace ContextBench.Reporting.Reproduction;

/// <summary>
/// How a curve looks: a colour of Okabe and Ito's, which people of all kinds of colour vision tell apart, and a shape.
/// </summary>
/// <param name="Color">The colour.</param>
/// <param name="Shape">The marker's shape.</param>
/// <param name="Size">The marker's size, in px, so that shapes look equally large.</param>
/// <param name="BarWidth">The width of the bar of an interval, in px.</param>
/// <param name="CapSize">Half the width of the bar's ends, in px.</param>
internal sealed record CurveStyle(Color Color, MarkerShape Shape, float Size, float BarWidth, float CapSize)
{
    /// <summary>The width of a curve's line, in px.</summary>
    public const float LineWidth = 1.5f;

    private const float OutlineWidth = 1.8f;

    // Later curves are drawn over earlier ones. The last two are .NET's, which may lie at the same place: both are
    // seen, since what is drawn last is smaller.
    private static readonly CurveStyle[] All =
    [
        new(Color.FromHex("#D55E00"), MarkerShape.FilledCircle, 10, 1.5f, 7),
        new(Color.FromHex("#009E73"), MarkerShape.FilledTriangleUp, 15, 1.5f, 7),
        new(Color.FromHex("#CC79A7"), MarkerShape.FilledSquare, 14, 1.5f, 8),
        new(Color.FromHex("#0072B2"), MarkerShape.FilledDiamond, 11, 2.5f, 4),
    ];

    /// <summary>The style of the n-th curve.</summary>
    /// <param name="index">n, from 0.</param>
    public static CurveStyle Of(int index) => All[index % All.Length];

    /// <summary>The marker of any curve's point whose interval goes on below the axis.</summary>
    public static MarkerStyle OpenInGeneral =>
        new CurveStyle(ChartDrawing.Ink, MarkerShape.FilledCircle, 10, 0, 0).Open;

    /// <summary>The line that leads from point to point.</summary>
    public LineStyle Line => new(LineWidth, Color) { AntiAlias = true };

    /// <summary>The marker of a point whose interval the axis has room for.</summary>
    public MarkerStyle Filled => Marker(Color);

    /// <summary>The marker of a point whose interval goes on below the axis.</summary>
    public MarkerStyle Open => Marker(Colors.White);

    /// <summary>The end of a bar that goes on below the axis.</summary>
    public MarkerStyle Arrow => new(MarkerShape.FilledTriangleDown, 12, Color);

    private MarkerStyle Marker(Color fill) => new(Shape, Size, fill)
    {
        OutlineStyle = new LineStyle(OutlineWidth, Color) { AntiAlias = true },
    };
}
