using Xunit;

namespace ContextBench.Statistics.Tests;

public sealed class SignFlipTests
{
    [Fact]
    public void Of_three_values_on_one_side_two_patterns_of_eight_are_as_extreme() =>
        // All plus, as measured, and all minus.
        Assert.Equal(2.0 / 8, SignFlip.TwoSidedPValue([0.01, 0.02, 0.03]));

    [Fact]
    public void Patterns_whose_sum_is_as_far_from_zero_count()
    {
        // 1 + 2 − 3 = 0, and no sum is nearer.
        Assert.Equal(1, SignFlip.TwoSidedPValue([1, 2, -3]));
        // 3 + 2 − 1 = 4. Sums: ±6, ±4 (the 1 flipped), ±2, ±0: 4 of 8 are 4 or more away.
        Assert.Equal(4.0 / 8, SignFlip.TwoSidedPValue([3, 2, -1]));
    }

    [Fact]
    public void Sums_that_differ_by_rounding_alone_are_equal() =>
        // 0.1 + 0.2 − 0.3 is 5.6e-17 in floating point, and 0.1 − 0.3 + 0.2 another.
        Assert.Equal(1, SignFlip.TwoSidedPValue([0.1, 0.2, -0.3]));

    [Fact]
    public void Sixteen_values_are_still_exact() =>
        Assert.Equal(2.0 / 65536, SignFlip.TwoSidedPValue([.. Enumerable.Repeat(1.0, 16)]));

    [Fact]
    public void More_values_are_sampled_and_never_reach_zero() =>
        // Exact: 2 / 2^30. No draw hits it: (0 + 1) / (20,000 + 1).
        Assert.Equal(1.0 / 20_001, SignFlip.TwoSidedPValue([.. Enumerable.Repeat(1.0, 30)]));

    [Fact]
    public void The_sample_agrees_with_the_binomial_distribution()
    {
        // 17 values of size 1, 13 of them positive: sum 9. P(|sum| ≥ 9) = 2 · P(at most 4 of 17 minus)
        // = 2 · (1 + 17 + 136 + 680 + 2380) / 131,072 = 0.04904; 20,000 draws have a standard error of 0.0015.
        double[] values = [.. Enumerable.Repeat(1.0, 13), .. Enumerable.Repeat(-1.0, 4)];

        Assert.Equal(0.04904, SignFlip.TwoSidedPValue(values), 0.006);
        Assert.Equal(SignFlip.TwoSidedPValue(values), SignFlip.TwoSidedPValue(values));
    }

    [Fact]
    public void The_sign_of_all_values_does_not_matter() =>
        Assert.Equal(SignFlip.TwoSidedPValue([3, 2, -1, 5]), SignFlip.TwoSidedPValue([-3, -2, 1, -5]));

    [Fact]
    public void Values_of_zero_show_nothing() => Assert.Equal(1, SignFlip.TwoSidedPValue([0, 0, 0, 0]));

    [Fact]
    public void A_single_value_shows_nothing() => Assert.Equal(1, SignFlip.TwoSidedPValue([5]));

    [Theory]
    [InlineData(new double[0])]
    [InlineData(new[] { 1, double.NaN })]
    [InlineData(new[] { double.PositiveInfinity, 1 })]
    public void An_empty_sample_and_values_that_are_not_finite_are_refused(double[] values) =>
        Assert.Throws<ArgumentException>(() => SignFlip.TwoSidedPValue(values));
}
