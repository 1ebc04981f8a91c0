using ContextBench.Analysis.Tests.Reproduction;
using ContextBench.Measurement.Plans;
using ContextBench.Reporting.Reproduction;
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
}
