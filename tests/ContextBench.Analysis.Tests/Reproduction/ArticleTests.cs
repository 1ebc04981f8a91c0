using ContextBench.Analysis.Reproduction;
using Xunit;

namespace ContextBench.Analysis.Tests.Reproduction;

public sealed class ArticleTests
{
    [Fact]
    public void Its_microseconds_and_percents_follow_from_its_requests_a_second()
    {
        Assert.Equal(351.865, Article.RequestUs, 0.001); // 1e6 / 2842
        Assert.Equal(30.837, Article.DifferenceUs, 0.001); // 1e6 / 2613 = 382.702
        Assert.Equal(8.764, Article.OverheadPercent, 0.001); // 2842 / 2613 = 1.08764
        Assert.Equal(8.058, Article.FewerRequestsPercent, 0.001); // 2613 / 2842 = 0.91942
    }
}
