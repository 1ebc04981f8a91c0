using Xunit;

namespace ContextBench.Statistics.Tests;

public sealed class LaunchesNeededTests
{
    // ln 1.01 = 0.009950
    private static readonly Margin OnePercent = new(1);

    [Fact]
    public void An_estimate_inside_the_margin_needs_launches_until_its_90_percent_interval_fits()
    {
        var estimate = OverheadEstimate.FromLaunches([-0.0175, 0, 0.0175]);

        // Need t(0.95, n − 1) / √n ≤ 0.009950 / 0.0175 = 0.5686:
        // n = 10: 1.8331 / 3.1623 = 0.5797; n = 11: 1.8125 / 3.3166 = 0.5465
        Assert.Equal(11, LaunchesNeeded.ForVerdict(estimate, OnePercent));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void An_estimate_beyond_the_margin_needs_launches_until_its_95_percent_interval_clears_it(int sign)
    {
        var estimate = OverheadEstimate.FromLaunches([sign * 0.01, sign * 0.03, sign * 0.05]);

        // Need t(0.975, n − 1) / √n < (0.03 − 0.009950) / 0.02 = 1.0025:
        // n = 6: 2.5706 / 2.4495 = 1.0494; n = 7: 2.4469 / 2.6458 = 0.9248
        Assert.Equal(7, LaunchesNeeded.ForVerdict(estimate, OnePercent));
    }

    [Fact]
    public void The_distance_to_the_nearer_end_of_the_margin_counts()
    {
        // Half of the margin is used up. Need t(0.95, n − 1) / √n ≤ (0.009950 − 0.005) / 0.0175 = 0.2829:
        // n = 35: 1.6909 / 5.9161 = 0.2858; n = 36: 1.6896 / 6 = 0.2816
        Assert.Equal(36, LaunchesNeeded.ForVerdict(
            OverheadEstimate.FromLaunches([-0.0125, 0.005, 0.0225]), OnePercent));
        Assert.Equal(36, LaunchesNeeded.ForVerdict(
            OverheadEstimate.FromLaunches([0.0125, -0.005, -0.0225]), OnePercent));
    }

    [Fact]
    public void It_names_at_least_one_launch_more_than_there_are()
    {
        var settled = OverheadEstimate.FromLaunches([0, 0, 0]);

        Assert.Equal(4, LaunchesNeeded.ForVerdict(settled, OnePercent));
        Assert.Null(LaunchesNeeded.ForVerdict(settled, OnePercent, atMost: 3));
    }

    [Fact]
    public void Beyond_the_limit_it_names_none()
    {
        var estimate = OverheadEstimate.FromLaunches([-0.0175, 0, 0.0175]);

        Assert.Equal(11, LaunchesNeeded.ForVerdict(estimate, OnePercent, atMost: 11));
        Assert.Null(LaunchesNeeded.ForVerdict(estimate, OnePercent, atMost: 10));
        Assert.Null(LaunchesNeeded.ForVerdict(estimate, OnePercent, atMost: 3));
    }

    [Fact]
    public void Unless_told_it_names_up_to_a_thousand()
    {
        // About (1.646 s / 0.009950)²: s = 0.18 needs some 887, s = 0.20 some 1095.
        Assert.InRange(LaunchesNeeded.ForVerdict(Spread(0.18), OnePercent) ?? 0, 880, 895);
        Assert.Null(LaunchesNeeded.ForVerdict(Spread(0.20), OnePercent));

        static OverheadEstimate Spread(double s) => OverheadEstimate.FromLaunches([-s, 0, s]);
    }

    [Fact]
    public void An_estimate_on_the_margin_is_never_settled()
    {
        var margin = OnePercent.LogRange.High;

        Assert.Null(LaunchesNeeded.ForVerdict(
            OverheadEstimate.FromLaunches([margin - 0.001, margin, margin + 0.001]), OnePercent));
    }

    [Fact]
    public void Where_equivalence_is_ruled_out_no_number_of_launches_reaches_it() =>
        Assert.Null(LaunchesNeeded.ForVerdict(
            OverheadEstimate.FromLaunches([-0.0175, 0, 0.0175]), OnePercent, neverEquivalent: true));

    [Fact]
    public void Launches_weighed_by_their_precision_need_as_many_as_their_own_interval_says()
    {
        // Three precise launches near 0 and three noisy ones far from it. Counting the same, they spread by 0.0256.
        LaunchEstimate[] launches =
        [
            Launch(-0.001, 0.001), Launch(0, 0.001), Launch(0.001, 0.001),
            Launch(-0.04, 0.04), Launch(0.01, 0.04), Launch(0.04, 0.04),
        ];
        var alike = OverheadEstimate.FromLaunches([.. launches.Select(launch => launch.LogRatio)]);

        var weighted = LaunchesNeeded.ForVerdict(OverheadEstimate.Weighted(launches), OnePercent);

        Assert.InRange(weighted ?? 0, 7, 12);
        Assert.True(LaunchesNeeded.ForVerdict(alike, OnePercent) > weighted);

        static LaunchEstimate Launch(double logRatio, double error) => new(logRatio, error, logRatio, 15, 600);
    }

    [Fact]
    public void The_error_shrinks_with_the_root_of_the_launches_and_their_effective_number_grows_with_them()
    {
        // 3 effective launches of 4 become 12 of 16, with half the error.
        var projected = new StudentEstimate(0.01, 0.002, 2).Projected(from: 4, to: 16);

        Assert.Equal(new StudentEstimate(0.01, 0.001, 11), projected);
    }

    // Spread 0.01. Need t(0.975, n − 1) / √n ≤ ln 1.005 / 0.01 = 0.49875:
    // n = 17: 2.1199 / 4.1231 = 0.5142; n = 18: 2.1098 / 4.2426 = 0.4973
    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    public void A_precision_needs_launches_until_the_95_percent_interval_is_so_narrow_wherever_it_lies(double center)
    {
        var control = OverheadEstimate.FromLaunches([center - 0.01, center, center + 0.01]);

        Assert.Equal(18, LaunchesNeeded.ForPrecision(control, 0.5, atMost: 100));
        Assert.Equal(18, LaunchesNeeded.ForPrecision(control, 0.5, atMost: 18));
        Assert.Null(LaunchesNeeded.ForPrecision(control, 0.5, atMost: 17));
    }

    [Fact]
    public void A_precision_that_is_reached_already_needs_no_more_launches()
    {
        var control = OverheadEstimate.FromLaunches([-0.0001, 0, 0.0001]);

        Assert.Equal(3, LaunchesNeeded.ForPrecision(control, 1, atMost: 100));
        Assert.Null(LaunchesNeeded.ForPrecision(control, 1, atMost: 2));
    }

    // Need t(0.95, n − 1) / √n ≤ ln 1.01 / ln(1 + spread).
    [Theory]
    [InlineData(0.5, 3)] // 1.9950: n = 2: 6.3138 / 1.4142 = 4.4645; n = 3: 2.9200 / 1.7321 = 1.6859
    [InlineData(2, 13)] // 0.5025: n = 12: 1.7959 / 3.4641 = 0.5184; n = 13: 1.7823 / 3.6056 = 0.4943
    [InlineData(0.01, 2)]
    public void Equivalence_is_out_of_reach_with_fewer_launches_than_the_best_case_takes(double spread, int fewest)
    {
        Assert.Equal(fewest, LaunchesNeeded.ForEquivalenceAtBest(OnePercent, spread));
        Assert.True(LaunchesNeeded.IsReachable(OnePercent, fewest, spread));
        Assert.False(LaunchesNeeded.IsReachable(OnePercent, fewest - 1, spread));
        Assert.Null(LaunchesNeeded.ForEquivalenceAtBest(OnePercent, spread, atMost: fewest - 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Percentages_that_are_not_above_zero_are_refused(double percent)
    {
        var control = OverheadEstimate.FromLaunches([-0.01, 0, 0.01]);

        Assert.Throws<ArgumentOutOfRangeException>(() => LaunchesNeeded.ForPrecision(control, percent, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => LaunchesNeeded.IsReachable(OnePercent, 10, percent));
        Assert.Throws<ArgumentOutOfRangeException>(() => LaunchesNeeded.ForEquivalenceAtBest(OnePercent, percent));
    }
}
