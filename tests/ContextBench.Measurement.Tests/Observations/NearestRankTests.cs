using ContextBench.Measurement.Observations;
using Xunit;

namespace ContextBench.Measurement.Tests.Observations;

public sealed class NearestRankTests
{
    [Theory]
    [InlineData(500, 5)] // 5 of 10 values are at most 5
    [InlineData(501, 6)] // 5.01 of 10: five values are too few
    [InlineData(900, 9)]
    [InlineData(990, 10)] // 9.9 of 10
    [InlineData(999, 10)]
    [InlineData(1000, 10)]
    [InlineData(1, 1)]
    public void A_quantile_of_ten_values_is_the_smallest_that_so_many_do_not_exceed(int thousandths, long expected) =>
        Assert.Equal(expected, NearestRank.Of([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], thousandths));

    [Theory]
    [InlineData(500, 500)]
    [InlineData(990, 990)]
    [InlineData(999, 999)]
    public void A_quantile_of_a_thousand_values_is_exact(int thousandths, long expected) =>
        Assert.Equal(expected, NearestRank.Of([.. Enumerable.Range(1, 1000).Select(rank => (long)rank)], thousandths));

    [Theory]
    [InlineData(500)]
    [InlineData(999)]
    public void Every_quantile_of_one_value_is_that_value(int thousandths) =>
        Assert.Equal(7, NearestRank.Of([7], thousandths));
}
