using Xunit;

namespace ContextBench.Statistics.Tests;

public sealed class MarginTests
{
    [Fact]
    public void The_range_of_one_percent_goes_from_one_over_1_01_to_1_01()
    {
        var percent = new Margin(1).LogRange.Select(OverheadEstimate.ToPercent);

        // 1 / 1.01 = 0.990099: -0.990099 %
        Assert.Equal(-0.990099, percent.Low, 1e-6);
        Assert.Equal(1, percent.High, 1e-12);
    }

    [Fact]
    public void The_range_is_symmetric_in_the_log_ratio()
    {
        var range = new Margin(100).LogRange;

        Assert.Equal(Math.Log(2), range.High, 1e-15);
        Assert.Equal(-range.High, range.Low);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_margin_that_is_no_percentage_above_zero_is_refused(double percent) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Margin(percent));
}
