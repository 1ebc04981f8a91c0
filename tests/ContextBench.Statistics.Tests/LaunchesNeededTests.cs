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
}
