using ScottPlot;

namespace ContextBench.Reporting.Reproduction;

/// <summary>How each curve looks.</summary>
internal static class CurveStyle
{
    // Later curves are drawn over earlier ones. Of four the last two are .NET's, which may lie at the same place: both
    // are seen, since what is drawn last is smaller.
    private static readonly MarkStyle[] All =
    [
        new(ChartColors.Vermilion, MarkerShape.FilledCircle, 10, 1.5f, 7),
        new(ChartColors.Green, MarkerShape.FilledTriangleUp, 15, 1.5f, 7),
        new(ChartColors.Purple, MarkerShape.FilledSquare, 14, 1.5f, 8),
        new(ChartColors.Blue, MarkerShape.FilledDiamond, 11, 2.5f, 4),
        new(ChartColors.Orange, MarkerShape.FilledTriangleDown, 13, 1.5f, 5),
        new(ChartColors.SkyBlue, MarkerShape.FilledSquare, 9, 2.5f, 4),
    ];

    /// <summary>The style of the n-th curve.</summary>
    /// <param name="index">n, from 0.</param>
    public static MarkStyle Of(int index) => All[index % All.Length];
}
