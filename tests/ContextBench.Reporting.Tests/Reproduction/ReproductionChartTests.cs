using System.Globalization;
using System.Xml.Linq;
using ContextBench.Analysis.Tests.Reproduction;
using ContextBench.Measurement.Plans;
using ContextBench.Reporting.Reproduction;
using Xunit;

namespace ContextBench.Reporting.Tests.Reproduction;

public sealed class ReproductionChartTests
{
    private const string LowestOfData = "498"; // the lower edge of the data, in px

    [Fact]
    public void The_chart_names_every_curve_what_it_compares_and_the_article()
    {
        using var reproduction = SyntheticReproduction.Whole();

        var words = Words(Chart(reproduction));

        Assert.Contains("Node.js 14.0.0", words);
        Assert.Contains("Node.js 24.8.0", words);
        Assert.Contains(".NET 10.0.12 (apart)", words);
        Assert.Contains(".NET 10.0.12 (together)", words);
        Assert.Equal(2, words.Count(word => word == "classic → als"));
        Assert.Equal(2, words.Count(word => word == "classic → async-local"));
        Assert.Contains("2020 article", words);
        Assert.Contains("352 µs, +8.8 %", words);
    }

    [Fact]
    public void Both_axes_say_what_they_show_in_which_unit()
    {
        using var reproduction = SyntheticReproduction.Whole();

        var words = Words(Chart(reproduction));

        Assert.Contains("cost of a request with the id as a parameter, in µs", words);
        Assert.Contains("overhead, in % of that cost", words);
        Assert.Superset(new HashSet<string> { "20", "50", "100", "200", "352", "500" }, words.ToHashSet());
        Assert.Superset(new HashSet<string> { "0.1 %", "1 %", "10 %", "100 %" }, words.ToHashSet());
    }

    [Fact]
    public void Every_measured_point_has_a_bar()
    {
        using var reproduction = SyntheticReproduction.Whole();

        Assert.Equal(12, Bars(Chart(reproduction)).Count()); // four runtimes at three points
    }

    [Fact]
    public void An_interval_that_reaches_0_is_drawn_down_to_the_edge_and_said_to_go_on()
    {
        using var reproduction = SyntheticReproduction.Whole();

        var chart = Chart(reproduction);

        // 0.25 ± 0.99 µs, at each of the three points of .NET's processes apart.
        Assert.Equal(3, Bars(chart).Count(bar => Heights(bar).Contains(LowestOfData)));
        Assert.Contains("open, arrow down", Words(chart));
    }

    [Fact]
    public void Without_such_an_interval_nothing_is_said_of_one()
    {
        using var reproduction = new SyntheticReproduction().Add(Part(contextUs: 5));

        var chart = Chart(reproduction);

        Assert.DoesNotContain(LowestOfData, Heights(Bars(chart).Single()));
        Assert.DoesNotContain("open, arrow down", Words(chart));
    }

    [Fact]
    public void An_interval_wholly_below_0_is_an_arrow_alone()
    {
        using var reproduction = new SyntheticReproduction().Add(Part(contextUs: -5));

        var chart = Chart(reproduction);

        Assert.Empty(Bars(chart));
        Assert.Contains("open, arrow down", Words(chart));
    }

    [Fact]
    public void Without_any_comparison_the_article_stands_alone()
    {
        using var reproduction = new SyntheticReproduction().Add(Part(contextUs: 5) with { WobbleUs = [0] });

        var chart = Chart(reproduction);

        Assert.Empty(Bars(chart));
        Assert.Contains("2020 article", Words(chart));
    }

    [Fact]
    public void The_same_measurements_give_the_same_file_on_a_white_ground()
    {
        using var reproduction = SyntheticReproduction.Whole();

        var chart = Chart(reproduction);

        Assert.Equal(chart.ToString(), Chart(reproduction).ToString());
        var ground = chart.Elements().First();
        Assert.Equal("rect", ground.Name.LocalName);
        Assert.Equal(
            ("white", "900", "560"),
            (Attribute(ground, "fill"), Attribute(ground, "width"), Attribute(ground, "height")));
    }

    [Fact]
    public void No_word_is_set_in_a_font_of_this_machine()
    {
        using var reproduction = SyntheticReproduction.Whole();

        var fonts = Chart(reproduction).Descendants()
            .Where(element => element.Name.LocalName == "text").Select(text => Attribute(text, "font-family"));

        Assert.EndsWith("sans-serif", Assert.Single(fonts.Distinct()), StringComparison.Ordinal);
    }

    private static SyntheticPart Part(double contextUs) =>
        new(SyntheticReproduction.DotNet, Residency.Together, "small") { Differences = [("async-local", contextUs)] };

    private static XElement Chart(SyntheticReproduction reproduction)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        ReproductionChart.Write(reproduction.Report(), output);
        return XElement.Parse(output.ToString());
    }

    private static string[] Words(XElement chart) =>
        [.. chart.Descendants().Where(element => element.Name.LocalName == "text").Select(text => text.Value)];

    // A bar with its two ends: three strokes in one path among the data.
    private static IEnumerable<string> Bars(XElement chart) => chart.Descendants()
        .Where(element => element.Name.LocalName == "path" && element.Parent!.Name.LocalName == "g")
        .Select(path => Attribute(path, "d"))
        .Where(path => path.Count(letter => letter == 'M') == 3 && path.Count(letter => letter == 'L') == 3);

    private static IEnumerable<string> Heights(string bar) =>
        bar.Split(['M', 'L'], StringSplitOptions.RemoveEmptyEntries).Select(place => place.Split(' ')[1]);

    private static string Attribute(XElement element, string name) => element.Attribute(name)!.Value;
}
