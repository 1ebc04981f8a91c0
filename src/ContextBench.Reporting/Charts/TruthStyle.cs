using ScottPlot;

namespace ContextBench.Reporting.Charts;

/// <summary>How intervals look whose truth is known: by colour, shape and width, whether they hold it.</summary>
internal static class TruthStyle
{
    /// <summary>Of those that hold it.</summary>
    public static MarkStyle Holds { get; } = new(ChartColors.Blue, MarkerShape.FilledCircle, 6, 1.5f, 3);

    /// <summary>Of those that miss it.</summary>
    public static MarkStyle Misses { get; } = new(ChartColors.Vermilion, MarkerShape.FilledDiamond, 11, 3, 5);
}
