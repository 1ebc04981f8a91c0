using ScottPlot;

namespace ContextBench.Reporting.Reproduction;

/// <summary>What the charts of a reproduction have in common: the article's mark, and what a legend explains.</summary>
internal static class CurveLegend
{
    /// <summary>The mark of the article.</summary>
    public static MarkerStyle ArticleMarker => new(MarkerShape.Eks, 13, Colors.Black) { LineWidth = 3 };

    /// <summary>The curves, the article and the bars.</summary>
    /// <param name="curves">The name of each curve, and what it compares.</param>
    public static IEnumerable<LegendItem> Of(IEnumerable<(string Name, string Compared)> curves) =>
    [
        .. curves.Select((curve, i) =>
            CurveStyle.Of(i).Explained(curve.Name, curve.Compared, CurveStyle.Of(i).Line)),
        Item("the 2020 article\none run, no interval", ArticleMarker),
        Item("bars\n95 % intervals", new(MarkerShape.VerticalBar, 20, ChartColors.Ink) { LineWidth = 1.5f }),
    ];

    /// <summary>Open markers.</summary>
    /// <param name="text">What they stand for.</param>
    public static LegendItem Open(string text) =>
        Item(text, new MarkStyle(ChartColors.Ink, MarkerShape.FilledCircle, 10, 0, 0).Open);

    private static LegendItem Item(string text, MarkerStyle marker) => new() { LabelText = text, MarkerStyle = marker };
}
