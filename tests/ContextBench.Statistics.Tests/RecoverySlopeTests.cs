using Xunit;

namespace ContextBench.Statistics.Tests;

public sealed class RecoverySlopeTests
{
    [Fact]
    public void Costs_that_come_out_as_they_are_have_a_slope_of_1() =>
        Assert.Equal(1, RecoverySlope.Of([0, 1, 3, 8], [0, 1, 3, 8]), 12);

    [Fact]
    public void What_all_costs_share_does_not_count() =>
        Assert.Equal(0.5, RecoverySlope.Of([0, 2, 4], [7, 8, 9]), 12);

    [Fact]
    public void The_line_is_that_of_least_squares()
    {
        // Means 2 and 2: products of deviations -2·-1 + 1·-1 + 1·2 = 3, squares 4 + 1 + 1 = 6.
        Assert.Equal(0.5, RecoverySlope.Of([0, 3, 3], [1, 1, 4]), 12);
    }

    [Fact]
    public void Injected_costs_that_are_all_the_same_have_no_slope() =>
        Assert.Throws<ArgumentException>(() => RecoverySlope.Of([1, 1], [1, 2]));

    [Fact]
    public void Each_injected_cost_needs_a_recovered_one() =>
        Assert.Throws<ArgumentException>(() => RecoverySlope.Of([0, 1], [0, 1, 2]));
}
