using ContextBench.Analysis.Tests.Reproduction;
using ContextBench.Measurement.Plans;
using ContextBench.Reporting.Reproduction;
using ContextBench.Statistics;
using Xunit;

namespace ContextBench.Reporting.Tests.Reproduction;

public sealed class ReproductionWordingTests
{
    // The article's overhead is 8.764 %.
    [Theory]
    [InlineData(8.0, 9.0, "lies **inside** the interval")]
    [InlineData(8.77, 9.0, "lies **below** the interval")]
    [InlineData(8.0, 8.76, "lies **above** the interval")]
    [InlineData(-1.0, 1.0, "lies **above** the interval")]
    [InlineData(null, null, "there is no interval")]
    public void The_article_lies_inside_an_interval_or_above_or_below_it(double? low, double? high, string expected)
    {
        using var reproduction = new SyntheticReproduction().Add(
            new SyntheticPart(SyntheticReproduction.Node14, Residency.Apart, "operating-point")
            {
                Differences = [("als", 30)],
            });
        var part = Assert.Single(reproduction.Report().Parts);

        var words = ReproductionWording.BesideArticle(part, part.Pairs.First() with { Low = low, High = high });

        Assert.Contains(expected, words, StringComparison.Ordinal);
    }

    // The article's overhead is 8.764 %, its difference 30.837 µs.
    [Theory]
    [InlineData(8.0, 9.0, 30.8, 30.9, "lies **inside** the interval of the overhead, its 30.8 µs **inside** that of")]
    [InlineData(8.77, 9.0, 30.84, 31, "lies **below** the interval of the overhead, its 30.8 µs **below** that of")]
    [InlineData(8.0, 8.76, 29, 30.83, "lies **above** the interval of the overhead, its 30.8 µs **above** that of")]
    [InlineData(8.0, 8.76, 30, 31, "lies **above** the interval of the overhead, its 30.8 µs **inside** that of")]
    public void Of_its_own_request_the_articles_difference_has_its_place_beside_its_overhead(
        double low, double high, double lowUs, double highUs, string expected)
    {
        using var reproduction = Article();
        var part = Assert.Single(reproduction.Report().Parts);

        var words = ReproductionWording.BesideBoth(part, part.Pairs.First() with
        {
            Low = low,
            High = high,
            DifferenceLow = lowUs,
            DifferenceHigh = highUs,
        });

        Assert.Contains($"the article's +8.76 % {expected} the difference.", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_a_validity_check_fired_in_says_nothing_of_the_article()
    {
        using var reproduction = Article();
        var part = Assert.Single(reproduction.Report().Parts);

        var words = ReproductionWording.BesideBoth(part, part.Pairs.First() with { Verdict = Verdict.Invalid });

        Assert.EndsWith("**: a validity check fired, so this part judges nothing.", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1.5, 1.456, 1.544, "+1.500 [+1.456, +1.544]")]
    [InlineData(0.0123, 0.0101, 0.0145, "+0.0123 [+0.0101, +0.0145]")]
    [InlineData(-0.02, -0.05, 0.01, "-0.020 [-0.050, +0.010]")]
    public void A_slope_has_the_digits_that_its_interval_needs(double us, double low, double high, string expected) =>
        Assert.Equal(expected, ReproductionWording.OfLine(us, new Interval(low, high)));

    [Theory]
    [InlineData(18.06, 17.7, 18.4, "18.1 [17.7, 18.4]")]
    [InlineData(3063.7, 2516.9, 3915.9, "3,064 [2,517, 3,916]")]
    [InlineData(0, -1, 1, "0.0 [-1.0, 1.0]")]
    [InlineData(-12, -14, -10, null)] // the line falls, or is above the article from the start
    public void Where_a_line_reaches_the_article_is_a_depth_of_0_or_more(
        double place, double low, double high, string? expected) =>
        Assert.Equal(expected, ReproductionWording.Crossing(new LineCrossing(place, new Interval(low, high))));

    [Fact]
    public void Without_an_interval_or_a_line_it_is_not_told_where_the_article_is_reached()
    {
        Assert.Null(ReproductionWording.Crossing(new LineCrossing(18, Interval: null)));
        Assert.Null(ReproductionWording.Crossing(null));
        Assert.Equal("-", ReproductionWording.Slope(null));
    }

    private static SyntheticReproduction Article() => new SyntheticReproduction().Add(
        new SyntheticPart(SyntheticReproduction.Node14, Residency.Apart, "article") { Differences = [("als", 30)] });
}
