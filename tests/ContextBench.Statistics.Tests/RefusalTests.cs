using Xunit;

namespace ContextBench.Statistics.Tests;

/// <summary>What cannot be computed is refused with what is wrong and what was given.</summary>
public sealed class RefusalTests
{
    [Fact]
    public void A_launch_without_batches() => Refuses(
        "a launch needs a block that is not left out", () => LaunchEstimate.From([]));

    [Fact]
    public void A_launch_without_a_usable_block() => Refuses(
        "a launch needs a block that is not left out and in which both variants cost more than 0; got none: use " +
        "longer slices or more blocks",
        () => LaunchEstimate.From([new PairedBatch([0], [1])]));

    [Fact]
    public void Sums_of_nothing() => Refuses(
        "a launch needs a batch with costs above 0; got none",
        () => LaunchEstimate.OfSums([new PairedBatch([0], [0])]));

    [Fact]
    public void Costs_that_add_up_to_nothing() => Refuses(
        "a launch's costs must add up to more than 0; got 0 and 10",
        () => LaunchEstimate.From([new PairedBatch([5, -5], [5, 5])]));

    [Fact]
    public void A_time_or_a_charge_out_of_range()
    {
        var estimate = LaunchEstimate.OfOne(0);

        Refuses("need a finite time above 0", () => estimate.WithCharge(0, 1, 1));
        Refuses("need a finite number, 0 or more", () => estimate.WithCharge(1, -1, 1));
    }

    [Fact]
    public void One_launch_alone() => Refuses(
        "need at least 2 values for a spread; got 1", () => OverheadEstimate.FromLaunches([0.1]));

    [Fact]
    public void One_weighted_launch_alone() => Refuses(
        "need at least 2 values for a spread; got 1",
        () => OverheadEstimate.Weighted([LaunchEstimate.OfOne(0.1)]));

    [Fact]
    public void Bounds_that_are_no_interval()
    {
        Refuses("two numbers, the low bound first; got [NaN, 1]", () => new Interval(double.NaN, 1));
        Refuses("two numbers, the low bound first; got [0, NaN]", () => new Interval(0, double.NaN));
        Refuses("two numbers, the low bound first; got [2, 1]", () => new Interval(2, 1));
    }

    [Fact]
    public void Samples_that_say_nothing()
    {
        Refuses("an empty sample has no median", () => Median.Of([]));
        Refuses("a trimmed mean needs at least one value; got none", () => TrimmedMean.Of([]));
        Refuses("a trimmed mean needs numbers; the sample holds NaN", () => TrimmedMean.Of([double.NaN]));
        Refuses("need at least one value to flip; got none", () => SignFlip.TwoSidedPValue([]));
        Refuses("need finite values; got NaN", () => SignFlip.TwoSidedPValue([double.NaN]));
    }

    [Fact]
    public void Batches_that_do_not_fit_together()
    {
        Refuses("a batch needs at least one block; got none", () => new PairedBatch([], []));
        Refuses(
            "each block is left out or not; got 1 answers for 2 blocks", () => new PairedBatch([1, 2], [1, 2], [true]));
    }

    [Fact]
    public void Slopes_without_a_line()
    {
        Refuses("a slope needs two different injected costs", () => RecoverySlope.Of([1, 1], [1, 2]));
        Refuses("same length", () => RecoverySlope.Of([0, 1], [0, 1, 2]));
    }

    [Fact]
    public void The_median_of_two_is_their_mean_whatever_their_order()
    {
        Assert.Equal(1.5, Median.Of([2, 1]));
        Assert.Equal(2, Median.Of([3, 1, 2]));
    }

    private static void Refuses(string expected, Func<object> compute) => Assert.Contains(
        expected, Assert.ThrowsAny<ArgumentException>(() => compute()).Message, StringComparison.Ordinal);
}
