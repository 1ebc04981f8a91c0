using System.Globalization;
using System.Xml.Linq;

namespace ContextBench.Reporting.Charts;

/// <summary>A chart as an SVG: panels beside each other on a white ground, and words as text.</summary>
internal sealed class ChartDocument
{
    private readonly XElement _svg;

    private ChartDocument(XElement svg)
    {
        _svg = svg;
        Text = new ChartText(svg);
    }

    /// <summary>Takes the words.</summary>
    public ChartText Text { get; }

    /// <summary>Draws the panels, which know their places from then on.</summary>
    /// <param name="width">The chart's width, in px.</param>
    /// <param name="height">The chart's height, in px.</param>
    /// <param name="panels">The panels, one at least.</param>
    public static ChartDocument Draw(int width, int height, params IReadOnlyList<ChartPanel> panels)
    {
        var svg = XElement.Parse(panels[0].ToSvg(width, height, hasGround: true));
        foreach (var panel in panels.Skip(1))
            svg.Add(XElement.Parse(panel.ToSvg(width, height, hasGround: false)).Nodes());
        RenumberClips(svg);
        svg.SetAttributeValue("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}"));
        svg.SetAttributeValue("role", "img");
        return new ChartDocument(svg);
    }

    /// <summary>Writes the SVG.</summary>
    /// <param name="output">Where to.</param>
    public void Write(TextWriter output) => output.WriteLine(_svg.ToString().ReplaceLineEndings(output.NewLine));

    // Skia numbers them through all that a process draws; the same chart has to be the same file.
    private static void RenumberClips(XElement svg)
    {
        var clips = svg.Descendants().Where(element => element.Name.LocalName == "clipPath")
            .Select((clip, i) => (Id: clip.Attribute("id")!, New: $"clip{i}")).ToArray();
        var uses = svg.Descendants().Attributes("clip-path").ToLookup(use => use.Value);
        foreach (var (id, number) in clips)
        {
            foreach (var use in uses[$"url(#{id.Value})"])
                use.Value = $"url(#{number})";
            id.Value = number;
        }
    }
}
