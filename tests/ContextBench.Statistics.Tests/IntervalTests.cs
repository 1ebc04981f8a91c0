using Xunit;

namespace ContextBench.Statistics.Tests;

public sealed class IntervalTests
{
    [Fact]
    public void Width_is_the_distance_between_the_bounds_and_half_width_half_of_it()
    {
        var interval = new Interval(-1, 3);

        Assert.Equal(4, interval.Width);
        Assert.Equal(2, interval.HalfWidth);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(3, true)]
    [InlineData(-1.001, false)]
    [InlineData(3.001, false)]
    [InlineData(double.NaN, false)]
    [InlineData(double.PositiveInfinity, false)]
    public void It_contains_its_bounds_and_what_is_between_them(double value, bool expected) =>
        Assert.Equal(expected, new Interval(-1, 3).Contains(value));

    [Theory]
    [InlineData(-1, 1, true)] // the same interval
    [InlineData(-0.5, 0.5, true)]
    [InlineData(-1.1, 0.5, false)]
    [InlineData(-0.5, 1.1, false)]
    [InlineData(2, 3, false)]
    public void It_lies_within_another_where_no_part_sticks_out(double low, double high, bool expected) =>
        Assert.Equal(expected, new Interval(low, high).LiesWithin(new Interval(-1, 1)));

    [Theory]
    [InlineData(1.1, 2, true)]
    [InlineData(-2, -1.1, true)]
    [InlineData(1, 2, false)] // touches the upper bound
    [InlineData(-2, -1, false)] // touches the lower bound
    [InlineData(0, 2, false)]
    [InlineData(-2, 2, false)]
    public void It_lies_beyond_a_range_where_no_part_touches_it(double low, double high, bool expected) =>
        Assert.Equal(expected, new Interval(low, high).LiesBeyond(new Interval(-1, 1)));

    [Fact]
    public void A_rising_map_keeps_the_order_of_the_bounds() =>
        Assert.Equal(new Interval(2, 6), new Interval(1, 3).Select(x => 2 * x));

    [Fact]
    public void A_falling_map_swaps_the_bounds() =>
        Assert.Equal(new Interval(-3, -1), new Interval(1, 3).Select(x => -x));

    [Fact]
    public void A_map_to_NaN_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Interval(-1, 1).Select(Math.Sqrt));

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.NaN)]
    [InlineData(2, 1)]
    public void Bounds_that_are_NaN_or_in_the_wrong_order_are_refused(double low, double high) =>
        Assert.Throws<ArgumentException>(() => new Interval(low, high));

    [Fact]
    public void A_point_and_the_whole_line_are_intervals()
    {
        Assert.Equal(0, new Interval(5, 5).Width);
        Assert.True(new Interval(double.NegativeInfinity, double.PositiveInfinity).Contains(5));
    }
}
