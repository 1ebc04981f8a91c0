using ScottPlot;

namespace ContextBench.Reporting.Charts;

/// <summary>The colours of charts: Okabe and Ito's, which people of all kinds of colour vision tell apart.</summary>
internal static class ChartColors
{
    /// <summary>Of axes.</summary>
    public static Color Ink { get; } = Color.FromHex("#333333");

    /// <summary>Of the lines behind the data.</summary>
    public static Color Grid { get; } = Color.FromHex("#DDDDDD");

    /// <summary>Of lines that data are held against.</summary>
    public static Color Guide { get; } = Color.FromHex("#888888");

    /// <summary>Vermilion.</summary>
    public static Color Vermilion { get; } = Color.FromHex("#D55E00");

    /// <summary>Bluish green.</summary>
    public static Color Green { get; } = Color.FromHex("#009E73");

    /// <summary>Reddish purple.</summary>
    public static Color Purple { get; } = Color.FromHex("#CC79A7");

    /// <summary>Blue.</summary>
    public static Color Blue { get; } = Color.FromHex("#0072B2");

    /// <summary>Orange.</summary>
    public static Color Orange { get; } = Color.FromHex("#E69F00");

    /// <summary>Sky blue.</summary>
    public static Color SkyBlue { get; } = Color.FromHex("#56B4E9");
}
