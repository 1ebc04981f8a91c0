using ScottPlot;
using SkiaSharp;

namespace ContextBench.Reporting.Charts;

/// <summary>
/// The font that charts are laid out with: a part of Liberation Sans, which is as wide as Helvetica and Arial.
/// </summary>
/// <remarks>
/// With a font of the machine that draws, charts would differ from machine to machine, and have no words where there
/// is none, as in a container.
/// </remarks>
internal sealed class ChartFont : IFontResolver
{
    /// <summary>What the drawing library knows it by.</summary>
    public const string Name = "ContextBench Sans";

    /// <summary>What readers see words in: any of these is as wide, but for the last.</summary>
    public const string Readers = "Helvetica, Arial, 'Liberation Sans', sans-serif";

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        CreateTypeface(fontName, weight >= FontWeight.Bold, italic: false);

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic)
    {
        if (fontName != Name)
            return null;

        using var font = typeof(ChartFont).Assembly.GetManifestResourceStream(bold ? "Bold.ttf" : "Regular.ttf");
        return SKTypeface.FromStream(font);
    }
}
