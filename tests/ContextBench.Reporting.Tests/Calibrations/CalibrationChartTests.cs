using System.Globalization;
using System.Xml.Linq;
using ContextBench.Analysis.Calibrations;
using ContextBench.Reporting.Calibrations;
using Xunit;

namespace ContextBench.Reporting.Tests.Calibrations;

public sealed class CalibrationChartTests
{
    // Two runs, whose baselines differ a little; the second misses the cost of 1 %: 0.99 is not in 1.05 … 1.25.
    private static readonly CalibrationSeries Kestrel = new(
        "kestrel",
        [
            new(0, 0, 0.01, -0.07, 0.09), new(0.3, 0.302, 0.29, 0.21, 0.37), new(0.5, 0.51, 0.5, 0.42, 0.58),
            new(1, 1.01, 1.02, 0.94, 1.1), new(3, 3.02, 3.03, 2.93, 3.13), new(8, 8.05, 8.02, 7.9, 8.14),
            new(0, 0, -0.02, -0.1, 0.06), new(0.3, 0.298, 0.33, 0.25, 0.41), new(0.5, 0.49, 0.5, 0.42, 0.58),
            new(1, 0.99, 1.15, 1.05, 1.25), new(3, 2.98, 2.97, 2.87, 3.07), new(8, 7.95, 7.99, 7.87, 8.11),
        ],
        1.0012, 0.9904, 1.012);

    private static readonly CalibrationSeries Handler = new(
        "handler", [new(0, 0, 0.4, -0.7, 1.5), new(3, 3, 2.2, 1.1, 3.3), new(8, 8, 8.4, 7, 9.8)], 0.98, 0.9, 1.06);

    [Fact]
    public void The_chart_has_a_row_a_tier_with_every_cost_of_every_run_twice() =>
        GoldenFile.Check("certificate.svg", Drawn(Handler, Kestrel));

    [Fact]
    public void Each_tier_has_its_slope_and_how_many_intervals_hold_the_truth()
    {
        var words = Words(Handler, Kestrel);

        Assert.Contains("handler: slope 0.980 [0.900, 1.060]; 3 of 3 intervals hold the truth", words);
        Assert.Contains("kestrel: slope 1.001 [0.990, 1.012]; 11 of 12 intervals hold the truth", words);
    }

    [Fact]
    public void An_injected_cost_that_is_not_quite_the_same_in_every_run_has_one_name_below_each_panel()
    {
        var words = Words(Kestrel);

        // Medians of 0.302 and 0.298, 0.51 and 0.49, and so on. The left axis names each once more.
        Assert.All(["0.3", "0.5", "1", "3", "8"], name => Assert.Equal(3, words.Count(word => word == name)));
    }

    [Fact]
    public void Where_intervals_go_below_0_the_axis_does_too()
    {
        Assert.Contains("-3", Words(Handler with { Costs = [new(0, 0, -3, -4, -2), new(3, 3, 3, 2, 4)] }));
        Assert.DoesNotContain("-3", Words(Handler));
    }

    [Fact]
    public void Both_panels_say_what_they_show_in_which_unit()
    {
        var words = Words(Handler);

        Assert.Equal(2, words.Count(word => word == "injected, in %"));
        Assert.Contains("recovered, in %", words);
        Assert.Contains("recovered less injected, in % points", words);
    }

    [Theory]
    [InlineData(1, 0.9, 1.1, true)]
    [InlineData(1, 1, 1.1, true)]
    [InlineData(1, 0.9, 1, true)]
    [InlineData(1, 1.01, 1.1, false)]
    [InlineData(1, 0.9, 0.99, false)]
    public void An_interval_holds_the_truth_within_its_bounds(double truth, double low, double high, bool expected) =>
        Assert.Equal(expected, new RecoveredCost(truth, truth, (low + high) / 2, low, high).IsCovered);

    [Fact]
    public void Costs_that_are_alike_in_two_runs_are_both_drawn_beside_each_other()
    {
        RecoveredCost cost = new(1, 1, 1, 0.9, 1.1);

        var one = Strokes(Handler with { Costs = [cost] });
        var two = Strokes(Handler with { Costs = [cost, cost] });

        Assert.Equal(2, one.Length); // a bar a panel
        Assert.Equal(4, two.Length);
        Assert.Equal(4, two.Distinct().Count());
    }

    private static string Drawn(params CalibrationSeries[] series)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        CalibrationChart.Write(series, output);
        return output.ToString();
    }

    private static string[] Words(params CalibrationSeries[] series) =>
        [.. Elements("text", series).Select(text => text.Value)];

    // Bars are the only blue lines, but for the first, which is the legend's.
    private static string[] Strokes(CalibrationSeries series) =>
        [.. Elements("path", series)
            .Where(path => path.Parent!.Name.LocalName == "g" && path.Attribute("stroke")?.Value == "#0072B2")
            .Select(path => path.Attribute("d")!.Value).Skip(1)];

    private static IEnumerable<XElement> Elements(string name, params CalibrationSeries[] series) =>
        XElement.Parse(Drawn(series)).Descendants().Where(element => element.Name.LocalName == name);
}
