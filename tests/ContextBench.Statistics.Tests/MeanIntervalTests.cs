using MathNet.Numerics.Distributions;
using Xunit;

namespace ContextBench.Statistics.Tests;

public sealed class MeanIntervalTests
{
    // Extra hours of sleep under drug 1 minus those under drug 2, ten patients (Student 1908; R's data set sleep).
    private static readonly double[] Sleep = [-1.2, -2.4, -1.3, -1.3, 0, -1, -1.8, -0.8, -4.6, -1.4];

    [Theory] // t quantiles as printed in any table
    [InlineData(2, 0.95, 12.706)]
    [InlineData(2, 0.90, 6.314)]
    [InlineData(10, 0.95, 2.262)]
    [InlineData(10, 0.90, 1.833)]
    [InlineData(10, 0.99, 3.250)]
    [InlineData(30, 0.95, 2.045)]
    public void The_half_width_is_the_tabulated_quantile_of_standard_errors(int n, double confidence, double quantile)
    {
        // n / 2 values each of ±√(n − 1): mean 0, variance n (n − 1) / (n − 1) = n, standard error √n / √n = 1
        var values = Enumerable.Range(0, n).Select(i => (i % 2 == 0 ? 1 : -1) * Math.Sqrt(n - 1)).ToArray();

        var interval = MeanInterval.Of(values, confidence);

        Assert.Equal(quantile, interval.High, 5e-4);
        Assert.Equal(-quantile, interval.Low, 5e-4);
    }

    [Fact]
    public void It_agrees_with_R_on_the_paired_sleep_data()
    {
        // t.test(extra ~ group, paired = TRUE): t = -4.0621, df = 9, p-value = 0.002833,
        // 95 percent confidence interval: -2.4598858 -0.7001142
        var interval = MeanInterval.Of(Sleep, 0.95);

        Assert.Equal(-2.4598858, interval.Low, 5e-8);
        Assert.Equal(-0.7001142, interval.High, 5e-8);
        Assert.Equal(0.002833, StudentEstimate.OfMean(Sleep).PValue, 5e-7);
    }

    [Fact]
    public void The_p_value_does_not_depend_on_the_sign() =>
        Assert.Equal(
            StudentEstimate.OfMean(Sleep).PValue, StudentEstimate.OfMean([.. Sleep.Select(x => -x)]).PValue, 1e-15);

    [Fact]
    public void The_p_value_is_one_minus_the_confidence_at_which_the_interval_touches_zero()
    {
        var confidence = 1 - StudentEstimate.OfMean(Sleep).PValue;

        Assert.Equal(0, MeanInterval.Of(Sleep, confidence).High, 1e-9);
    }

    [Fact]
    public void The_p_value_of_a_mean_of_zero_is_one() =>
        Assert.Equal(1, StudentEstimate.OfMean([-1, 1]).PValue, 1e-15);

    [Fact]
    public void Identical_values_collapse_the_interval_to_a_point() =>
        // Ten times 0.1 is not 1 in floating point: a naive mean would leave a spread of rounding errors.
        Assert.Equal(new Interval(0.1, 0.1), MeanInterval.Of([.. Enumerable.Repeat(0.1, 10)], 0.95));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.1, 0)]
    [InlineData(-0.1, 0)]
    public void Identical_values_are_certain_to_be_zero_or_not(double value, double pValue) =>
        Assert.Equal(pValue, StudentEstimate.OfMean([value, value, value]).PValue);

    [Theory]
    [InlineData(new double[0])]
    [InlineData(new[] { 1.0 })]
    [InlineData(new[] { 1, double.NaN })]
    [InlineData(new[] { double.PositiveInfinity, 1, 2 })]
    [InlineData(new[] { 1, 2, double.NegativeInfinity })]
    public void Samples_of_less_than_two_finite_values_or_with_others_are_refused(double[] values)
    {
        Assert.Throws<ArgumentException>(() => MeanInterval.Of(values, 0.95));
        Assert.Throws<ArgumentException>(() => StudentEstimate.OfMean(values));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(95)]
    [InlineData(double.NaN)]
    public void A_confidence_outside_zero_to_one_is_refused(double confidence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MeanInterval.Of([1, 2], confidence));

    [Fact]
    public void With_two_values_a_confidence_of_999_in_1000_can_still_be_asked_for() =>
        // t(0.9995, 1) = tan(0.4995 π) = 636.6; values ±1 have a standard error of 1
        Assert.Equal(636.619, MeanInterval.Of([-1, 1], 0.999).High, 5e-4);

    [Fact]
    public void The_95_percent_interval_covers_the_truth_95_times_in_100()
    {
        const int runs = 2000;
        const double truth = 0.03;
        var random = new Random(20_240_601);

        var covered = Enumerable.Range(0, runs).Count(_ =>
        {
            var sample = Enumerable.Range(0, 8).Select(_ => Normal.Sample(random, truth, 0.02)).ToArray();
            return MeanInterval.Of(sample, 0.95).Contains(truth);
        });

        // X ~ Binomial(2000, 0.95): P(X < 1867) = 0.00050 and P(X > 1931) = 0.00033,
        // so a true 95 % passes more than 999 times in 1000.
        Assert.InRange(covered, 1867, 1931);
    }
}
