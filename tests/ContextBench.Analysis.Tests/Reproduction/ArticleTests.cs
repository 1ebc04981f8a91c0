using ContextBench.Analysis.Reproduction;
using ContextBench.Analysis.Results;
using Xunit;

namespace ContextBench.Analysis.Tests.Reproduction;

public sealed class ArticleTests
{
    private static readonly Comparison Measured = new SyntheticRun()
        .Tier("kestrel", [1, 1.08], [1, 1.09], [1, 1.1]).Report().Tiers.Single().Find("async-local", Metric.Total)!;

    [Fact]
    public void Its_microseconds_and_percents_follow_from_its_requests_a_second()
    {
        Assert.Equal(351.865, Article.RequestUs, 0.001); // 1e6 / 2842
        Assert.Equal(30.837, Article.DifferenceUs, 0.001); // 1e6 / 2613 = 382.702
        Assert.Equal(8.764, Article.OverheadPercent, 0.001); // 2842 / 2613 = 1.08764
        Assert.Equal(8.058, Article.FewerRequestsPercent, 0.001); // 2613 / 2842 = 0.91942
    }

    [Theory]
    [InlineData(8, 9, ArticleStanding.Inside)]
    [InlineData(8.77, 9, ArticleStanding.Below)]
    [InlineData(8, 8.76, ArticleStanding.Above)]
    [InlineData(-1, 1, ArticleStanding.Above)]
    public void It_lies_inside_an_interval_or_above_or_below_it(double low, double high, ArticleStanding standing) =>
        Assert.Equal(standing, Article.Beside(Measured with { Low = low, High = high }));

    [Fact]
    public void Without_an_interval_it_lies_nowhere() =>
        Assert.Null(Article.Beside(Measured with { Low = null, High = null }));
}
