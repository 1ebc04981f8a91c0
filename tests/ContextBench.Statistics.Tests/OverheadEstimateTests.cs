using Xunit;

namespace ContextBench.Statistics.Tests;

public sealed class OverheadEstimateTests
{
    [Fact]
    public void Launches_count_the_same()
    {
        var estimate = OverheadEstimate.FromLaunches([0.01, 0.03, 0.05]);

        // Mean 0.03; deviations -0.02, 0, 0.02: variance 0.0008 / 2 = 0.0004, sd 0.02; t(0.975, 2) = 4.3027
        Assert.Equal(0.03, estimate.LogRatio, 1e-15);
        Assert.Equal(4.3027 * 0.02 / Math.Sqrt(3), estimate.At(0.95).HalfWidth, 1e-6);
        Assert.Equal(3, estimate.Launches);
    }

    [Fact]
    public void Its_interval_and_p_value_are_those_of_the_mean_of_the_launches()
    {
        double[] launches = [0.012, 0.021, 0.009, 0.017];

        var estimate = OverheadEstimate.FromLaunches(launches);

        Assert.Equal(MeanInterval.Of(launches, 0.95), estimate.At(0.95));
        Assert.Equal(MeanInterval.Of(launches, 0.90), estimate.At(0.90));
        Assert.Equal(StudentEstimate.OfMean(launches).PValue, estimate.PValue);
    }

    [Fact]
    public void It_does_not_change_with_the_list_that_its_launches_came_from()
    {
        double[] launches = [0.01, 0.03];
        var estimate = OverheadEstimate.FromLaunches(launches);
        var interval = estimate.At(0.95);

        launches[0] = 1;

        Assert.Equal(0.02, estimate.LogRatio, 1e-15);
        Assert.Equal(interval, estimate.At(0.95));
    }

    [Fact]
    public void Identical_launches_have_no_spread_and_a_point_for_an_interval()
    {
        var estimate = OverheadEstimate.FromLaunches([0.1, 0.1, 0.1]);

        Assert.Equal(new Interval(0.1, 0.1), estimate.At(0.95));
    }

    [Theory]
    [InlineData(1.088, 8.8)]
    [InlineData(1, 0)]
    [InlineData(0.5, -50)]
    public void A_ratio_of_costs_becomes_a_percentage_of_overhead(double ratio, double percent) =>
        Assert.Equal(percent, OverheadEstimate.ToPercent(Math.Log(ratio)), 1e-12);

    [Theory]
    [InlineData(new double[0])]
    [InlineData(new[] { 0.01 })]
    [InlineData(new[] { 0.01, double.NaN })]
    [InlineData(new[] { 0.01, double.NegativeInfinity })]
    public void Less_than_two_launches_and_values_that_are_not_finite_are_refused(double[] launches) =>
        Assert.Throws<ArgumentException>(() => OverheadEstimate.FromLaunches(launches));

    [Fact]
    public void Weighted_launches_count_by_their_precision()
    {
        // Closer than their errors, so tau² = 0 and weights 2 : 2 : 1 : 1: (0 + 0 + 0.03 + 0.03) / 6 = 0.01
        var estimate = OverheadEstimate.Weighted(
            [Launch(0, 0.1), Launch(0, 0.1), Launch(0.03, 0.2), Launch(0.03, 0.2)]);

        Assert.Equal(0.01, estimate.LogRatio, 1e-12);
        Assert.Equal(4, estimate.Launches);
        // Reciprocal weights 2, 2, 1, 1 of 6. Residuals −0.01, 0.02: 2 · (1/9 · 0.0001 / (2/3) + 1/36 · 0.0004 / (5/6))
        // = 6e-5, and 36 / 10 − 1 = 2.6 degrees of freedom.
        Assert.Equal(new StudentEstimate(0.01, Math.Sqrt(6e-5), 2.6).At(0.95).Low, estimate.At(0.95).Low, 1e-9);
        Assert.Equal(new StudentEstimate(0.01, Math.Sqrt(6e-5), 2.6).PValue, estimate.PValue, 1e-9);
    }

    [Fact]
    public void Weighted_launches_of_one_batch_count_the_same()
    {
        double[] logRatios = [0.01, 0.03, 0.05, 0.02];

        var weighted = OverheadEstimate.Weighted([.. logRatios.Select(logRatio => Launch(logRatio, double.NaN))]);

        Assert.Equal(OverheadEstimate.FromLaunches(logRatios).At(0.95), weighted.At(0.95));
    }

    [Fact]
    public void Less_than_two_weighted_launches_and_values_that_are_not_finite_are_refused()
    {
        Assert.Throws<ArgumentException>(() => OverheadEstimate.Weighted([]));
        Assert.Throws<ArgumentException>(() => OverheadEstimate.Weighted([Launch(0.01, 0.001)]));
        Assert.Throws<ArgumentException>(() => OverheadEstimate.Weighted(
            [.. Enumerable.Range(0, 6).Select(i => Launch(i == 5 ? double.NaN : 0.01, 0.001))]));
    }

    private static LaunchEstimate Launch(double logRatio, double error) =>
        new(logRatio, error, logRatio, Batches: 15, Blocks: 600);
}
