using System.Globalization;
using System.Xml.Linq;

namespace ContextBench.Reporting.Charts;

/// <summary>The words of a chart, written into its SVG as text.</summary>
/// <remarks>
/// Left to the drawing library, words are set in a font of the machine that draws, glyph by glyph, and are gone where
/// it has none, as in a container. So they are written here, for the reader's own fonts, and are the same everywhere.
/// </remarks>
/// <param name="drawing">The SVG's root element.</param>
internal sealed class ChartText(XElement drawing)
{
    /// <summary>The colour of words that matter.</summary>
    public const string Black = "#000000";

    /// <summary>The colour of words beside them; 7 to 1 on white.</summary>
    public const string Grey = "#555555";

    private const string Fonts = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";
    private const double BaselineShift = 0.35; // from the middle of a line to its baseline, in font sizes

    private readonly XNamespace _svg = drawing.Name.Namespace;

    /// <summary>Writes a line that begins at x, its middle at y, both in px.</summary>
    public void Left(double x, double y, string text, double size = 13, string color = Black, bool bold = false) =>
        Add(x, y, text, size, color, bold, "start");

    /// <summary>Writes a line with its middle at x.</summary>
    public void Centre(double x, double y, string text, double size = 13, string color = Black, bool bold = false) =>
        Add(x, y, text, size, color, bold, "middle");

    /// <summary>Writes a line that ends at x.</summary>
    public void Right(double x, double y, string text, double size = 13, string color = Black, bool bold = false) =>
        Add(x, y, text, size, color, bold, "end");

    /// <summary>Writes a line that reads upwards, with its middle at (x, y).</summary>
    public void Upwards(double x, double y, string text, double size = 13, string color = Black, bool bold = false) =>
        Add(x, y, text, size, color, bold, "middle")
            .SetAttributeValue("transform", $"rotate(-90 {Number(x)} {Number(y)})");

    private XElement Add(double x, double y, string text, double size, string color, bool bold, string anchor)
    {
        // The white edge keeps words readable over a line.
        var element = new XElement(
            _svg + "text",
            new XAttribute("x", Number(x)),
            new XAttribute("y", Number(y + (size * BaselineShift))),
            new XAttribute("font-family", Fonts),
            new XAttribute("font-size", Number(size)),
            bold ? new XAttribute("font-weight", "bold") : null,
            new XAttribute("text-anchor", anchor),
            new XAttribute("fill", color),
            new XAttribute("stroke", "#FFFFFF"),
            new XAttribute("stroke-width", "3"),
            new XAttribute("stroke-linejoin", "round"),
            new XAttribute("paint-order", "stroke"),
            text);
        drawing.Add(element);
        return element;
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
