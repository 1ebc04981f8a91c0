using Xunit;

namespace ContextBench.Statistics.Tests;

public sealed class TailCheckTests
{
    // Three differences c − s, c, c + s with s = 0.01: the 97.5 % half-width is 6.205 · 0.01 / √3 = 0.0358.
    [Theory]
    [InlineData(0.04, true)] // 0.0042 … 0.0758
    [InlineData(0.03, false)] // -0.0058 … 0.0658
    [InlineData(-0.03, false)]
    [InlineData(-0.04, true)]
    public void It_warns_where_the_interval_of_the_paired_difference_excludes_zero(double center, bool expected) =>
        Assert.Equal(
            expected,
            // The launches themselves differ by far more than the two estimates of each do.
            TailCheck.Warns([Launch(5, center - 0.01), Launch(0, center), Launch(-5, center + 0.01)]));

    [Fact]
    public void It_warns_where_noise_of_the_untrimmed_estimate_hides_what_the_capped_one_shows()
    {
        // Untrimmed differences of -1, 0 and 1.2 say nothing; capped ones of 0.03, 0.04 and 0.05 do, as above.
        LaunchEstimate[] launches =
        [
            Launch(0, -1) with { CappedLogRatio = 0.03 },
            Launch(0, 0) with { CappedLogRatio = 0.04 },
            Launch(0, 1.2) with { CappedLogRatio = 0.05 },
        ];

        Assert.True(TailCheck.Warns(launches));
        Assert.False(TailCheck.Warns([.. launches.Select(launch => launch with { CappedLogRatio = 0 })]));
    }

    [Fact]
    public void Estimates_that_agree_exactly_do_not_warn() =>
        Assert.False(TailCheck.Warns([Launch(0.1, 0), Launch(0.2, 0)]));

    [Fact]
    public void With_less_than_two_launches_it_cannot_warn()
    {
        Assert.False(TailCheck.Warns([]));
        Assert.False(TailCheck.Warns([Launch(0, 10)]));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void An_estimate_that_is_not_finite_is_refused(double difference) =>
        Assert.Throws<ArgumentException>(() => TailCheck.Warns([Launch(0, difference), Launch(0, 0)]));

    private static LaunchEstimate Launch(double logRatio, double untrimmedMinusTrimmed) =>
        new(logRatio, StandardError: 0.001, logRatio + untrimmedMinusTrimmed, Batches: 10, Blocks: 100);
}
