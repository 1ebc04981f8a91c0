using System.Globalization;
using System.Xml.Linq;
using ContextBench.Analysis.Tests.Reproduction;
using ContextBench.Measurement.Plans;
using ContextBench.Reporting.Reproduction;
using Xunit;

namespace ContextBench.Reporting.Tests.Reproduction;

public sealed class DepthChartTests
{
    [Fact]
    public void The_chart_has_a_curve_a_runtime_and_the_article() =>
        GoldenFile.Check("depth.svg", Drawn(SyntheticReproduction.OfArticle()));

    [Fact]
    public void The_chart_names_every_curve_what_it_compares_and_the_article()
    {
        var words = Words(SyntheticReproduction.OfArticle());

        Assert.Contains("Node.js 14.0.0", words);
        Assert.Contains("Node.js 20.19.0", words);
        Assert.Contains("Node.js 24.8.0", words);
        Assert.Contains(".NET 10.0.12 (together)", words);
        Assert.DoesNotContain(".NET 10.0.12 (apart)", words);
        Assert.DoesNotContain("Node.js 14.0.0, by wrk", words);
        Assert.Equal(3, words.Count(word => word == "classic → als"));
        Assert.Contains("classic → async-local", words);
        Assert.Contains("2020 article", words);
        Assert.Contains("+30.8 µs, about 41 promises", words);
    }

    [Fact]
    public void Both_axes_say_what_they_show_in_which_unit()
    {
        var words = Words(SyntheticReproduction.OfArticle());

        Assert.Contains("depth: nested async methods that a request runs through", words);
        Assert.Contains("overhead, in µs a request", words);
        Assert.Superset(new HashSet<string> { "0", "5", "13", "18", "30" }, words.ToHashSet());
        Assert.Superset(new HashSet<string> { "-0.3", "+0.3", "+1", "+10", "+30" }, words.ToHashSet());
    }

    [Fact]
    public void Every_measured_point_has_a_bar() =>
        Assert.Equal(16, Paths(SyntheticReproduction.OfArticle(), strokes: 3).Count()); // four runtimes, four depths

    [Theory]
    [InlineData(5, 5, 1, false)]
    [InlineData(5, 0.3, 0, true)] // ±0.994 µs
    [InlineData(0.3, 0.3, 0, true)]
    public void A_line_joins_two_points_only_where_both_show_a_difference(
        double firstUs, double secondUs, int lines, bool hasOpen)
    {
        SyntheticReproduction Measured() => new SyntheticReproduction().Add(Part(0, firstUs)).Add(Part(5, secondUs));

        // The legend has one, too.
        Assert.Equal(1 + lines, Paths(Measured(), strokes: 1).Count(color => color == "#D55E00"));
        Assert.Equal(hasOpen, Words(Measured()).Contains("interval holds 0"));
    }

    [Fact]
    public void Without_any_comparison_the_article_stands_alone()
    {
        var words = Words(new SyntheticReproduction().Add(Part(0, 5) with { WobbleUs = [0] }));

        Assert.Contains("2020 article", words);
        Assert.DoesNotContain("Node.js 14.0.0", words);
    }

    private static SyntheticPart Part(int depth, double contextUs) =>
        new(SyntheticReproduction.Node14, Residency.Apart, $"depth-{depth}")
        {
            Differences = [("als", contextUs)],
            WobbleUs = [-0.4, 0, 0.4],
        };

    private static string Drawn(SyntheticReproduction reproduction)
    {
        using (reproduction)
        {
            using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
            DepthChart.Write(reproduction.Report(), output);
            return output.ToString();
        }
    }

    private static string[] Words(SyntheticReproduction reproduction) =>
        [.. Elements(reproduction, "text").Select(text => text.Value)];

    // The colours of the paths among the data that have so many strokes: a line has one, a bar with its ends three.
    private static IEnumerable<string?> Paths(SyntheticReproduction reproduction, int strokes) =>
        from path in Elements(reproduction, "path")
        where path.Parent!.Name.LocalName == "g"
        let way = path.Attribute("d")!.Value
        where way.Count(letter => letter == 'M') == strokes && way.Count(letter => letter == 'L') == strokes
        select path.Attribute("stroke")?.Value;

    private static IEnumerable<XElement> Elements(SyntheticReproduction reproduction, string name) =>
        XElement.Parse(Drawn(reproduction)).Descendants().Where(element => element.Name.LocalName == name);
}
