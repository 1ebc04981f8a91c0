using Xunit;

namespace ContextBench.Statistics.Tests;

public sealed class WeightedLaunchesTests
{
    private const double Precision = 1e-12;

    private static readonly double[] Values = [0.010, 0.014, 0.018, 0.012, 0.021];

    [Fact]
    public void The_mean_the_error_and_the_degrees_of_freedom_follow_from_the_weights()
    {
        var estimate = WeightedLaunches.WithWeights([1, 5, 9], [2.0, 1.0, 1.0]);

        // Mean (2 · 1 + 5 + 9) / 4 = 4; shares 1/2, 1/4, 1/4; residuals −3, 1, 5.
        // Variance 9/4 / (1/2) + 1/16 / (3/4) + 25/16 / (3/4) = 4.5 + 26/12 = 20/3; effective launches 16 / 6.
        Assert.Equal(4, estimate.Center, Precision);
        Assert.Equal(Math.Sqrt(20.0 / 3), estimate.StandardError, Precision);
        Assert.Equal((16.0 / 6) - 1, estimate.DegreesOfFreedom, Precision);
    }

    [Fact]
    public void Equal_errors_give_the_interval_of_the_plain_mean()
    {
        var weighted = WeightedLaunches.Combine(Values, [0.002, 0.002, 0.002, 0.002, 0.002]);
        var plain = StudentEstimate.OfMean(Values);

        Assert.Equal(plain.Center, weighted.Center, Precision);
        Assert.Equal(plain.StandardError, weighted.StandardError, Precision);
        Assert.Equal(plain.DegreesOfFreedom, weighted.DegreesOfFreedom, Precision);
    }

    [Fact]
    public void Launches_that_agree_are_weighed_by_the_inverse_of_their_errors()
    {
        // Closer than their errors, so tau² = 0. Weights 1 / 0.1, 1 / 0.1, 1 / 0.2, 1 / 0.2 = 2 : 2 : 1 : 1
        var estimate = WeightedLaunches.Combine([0, 0, 0.03, 0.03], [0.1, 0.1, 0.2, 0.2]);

        // (0 + 0 + 0.03 + 0.03) / 6 = 0.01; effective launches 36 / 10
        Assert.Equal(0.01, estimate.Center, Precision);
        Assert.Equal(2.6, estimate.DegreesOfFreedom, Precision);
    }

    [Fact]
    public void Where_launches_differ_by_far_more_than_their_errors_they_count_nearly_the_same() =>
        Assert.Equal(2.5, WeightedLaunches.Combine([1, 2, 3, 4], [0.001, 0.01, 0.001, 0.02]).Center, 0.001);

    [Fact]
    public void No_error_is_taken_to_be_less_than_a_fifth_of_the_median_one()
    {
        double[] values = [0, 0.01, 0.02, 0.01, 0.01];

        Assert.Equal(
            WeightedLaunches.Combine(values, [0.02, 0.1, 0.1, 0.1, 0.1]),
            WeightedLaunches.Combine(values, [1e-9, 0.1, 0.1, 0.1, 0.1]));
    }

    [Fact]
    public void There_is_never_less_than_one_degree_of_freedom() =>
        // Shares 0.98 and 4 times 0.005: effective launches 1.04
        Assert.Equal(1, WeightedLaunches.WithWeights([1, 2, 3, 4, 5], [196.0, 1, 1, 1, 1]).DegreesOfFreedom);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(0)]
    [InlineData(double.PositiveInfinity)]
    public void Where_an_error_is_unknown_or_zero_launches_count_the_same(double error)
    {
        var plain = StudentEstimate.OfMean(Values);

        Assert.Equal(plain, WeightedLaunches.Combine(Values, [0.001, 0.002, error, 0.004, 0.005]));
        Assert.Equal(plain, WeightedLaunches.Combine(Values, [error, error, error, error, error]));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Few_launches_count_the_same(int launches) =>
        Assert.Equal(
            StudentEstimate.OfMean(Values[..launches]),
            WeightedLaunches.Combine(Values[..launches], new[] { 0.001, 0.01, 0.1 }[..launches]));

    [Fact]
    public void Identical_launches_have_a_point_for_an_interval()
    {
        var estimate = WeightedLaunches.Combine([0.1, 0.1, 0.1, 0.1], [0.001, 0.002, 0.003, 0.004]);

        Assert.Equal(new Interval(0.1, 0.1), estimate.At(0.95));
        Assert.Equal(0, estimate.PValue);
    }
}
