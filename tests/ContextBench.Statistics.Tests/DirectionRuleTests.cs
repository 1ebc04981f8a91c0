using Xunit;

namespace ContextBench.Statistics.Tests;

public sealed class DirectionRuleTests
{
    [Theory]
    [InlineData(0.01, 0.049, Direction.Up)]
    [InlineData(-0.01, 0.049, Direction.Down)]
    [InlineData(0.01, 0.05, Direction.None)]
    [InlineData(-0.01, 0.05, Direction.None)]
    [InlineData(0, 0, Direction.None)]
    public void A_difference_is_shown_below_the_level(double logRatio, double pValue, Direction expected) =>
        Assert.Equal(expected, DirectionRule.Decide(logRatio, pValue));

    [Fact]
    public void The_family_of_a_candidate_raises_its_bar()
    {
        // Two launches a, b: t = (a + b) / |a − b| with 1 degree of freedom, and p = 1 − 2 atan(t) / π.
        // 0.95, 1.05: t = 20, p = 0.0318 alone, 2 · 0.0318 = 0.0636 in a family of two. -1, 1: p = 1.
        var shown = OverheadEstimate.FromLaunches([0.95, 1.05]);
        var zero = OverheadEstimate.FromLaunches([-1, 1]);

        Assert.Equal([Direction.Up], DirectionRule.Decide([shown]));
        Assert.Equal([Direction.None, Direction.None], DirectionRule.Decide([shown, zero]));
    }

    [Fact]
    public void Directions_come_in_the_order_of_the_family()
    {
        var more = OverheadEstimate.FromLaunches([0.02, 0.02]);
        var less = OverheadEstimate.FromLaunches([-0.02, -0.02]);
        var same = OverheadEstimate.FromLaunches([0, 0]);

        Assert.Equal([Direction.Down, Direction.None, Direction.Up], DirectionRule.Decide([less, same, more]));
    }

    [Fact]
    public void An_empty_family_has_no_directions() => Assert.Empty(DirectionRule.Decide([]));
}
