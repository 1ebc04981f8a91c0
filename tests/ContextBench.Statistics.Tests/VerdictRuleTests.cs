using Xunit;

namespace ContextBench.Statistics.Tests;

public sealed class VerdictRuleTests
{
    // ln 1.01 = 0.009950
    private static readonly Margin OnePercent = new(1);

    // Three launches c − s, c, c + s: mean c, sd s. t(0.95, 2) = 2.920 and t(0.975, 2) = 4.303, so the half-widths are
    // 2.920 s / √3 = 1.686 s at 90 % and 4.303 s / √3 = 2.484 s at 95 %.
    [Theory]
    [InlineData(0, 0.0050, Verdict.Equivalent)] // 90 %: ±0.0084 lies within; 95 %: ±0.0124 would not
    [InlineData(0, 0.0060, Verdict.Inconclusive)] // 90 %: ±0.0101
    [InlineData(0.005, 0.0010, Verdict.Equivalent)] // 95 %: 0.0025 … 0.0075 excludes 0, and is negligible
    [InlineData(0.030, 0.0080, Verdict.Slower)] // 95 %: 0.0101 … 0.0499
    [InlineData(0.030, 0.0082, Verdict.Inconclusive)] // 95 %: 0.0096 … 0.0504; 90 %: 0.0162 … would lie beyond
    [InlineData(-0.030, 0.0080, Verdict.Faster)]
    [InlineData(-0.030, 0.0082, Verdict.Inconclusive)]
    [InlineData(0.010, 0.0010, Verdict.Inconclusive)] // on the margin
    public void The_verdict_follows_from_the_two_intervals(double center, double spread, Verdict expected) =>
        Assert.Equal(
            expected,
            VerdictRule.Decide(Launches(center, spread), OnePercent, invalid: false, neverEquivalent: false));

    [Theory]
    [InlineData(0)]
    [InlineData(0.030)]
    [InlineData(-0.030)]
    public void Invalid_comes_before_any_other_verdict(double center) =>
        Assert.Equal(
            Verdict.Invalid,
            VerdictRule.Decide(Launches(center, 0.001), OnePercent, invalid: true, neverEquivalent: false));

    [Theory]
    [InlineData(0, Verdict.Inconclusive)]
    [InlineData(0.030, Verdict.Slower)]
    [InlineData(-0.030, Verdict.Faster)]
    public void Where_equivalence_is_ruled_out_the_other_verdicts_stay(double center, Verdict expected) =>
        Assert.Equal(
            expected,
            VerdictRule.Decide(Launches(center, 0.001), OnePercent, invalid: false, neverEquivalent: true));

    [Fact]
    public void A_wider_margin_makes_negligible_what_a_narrow_one_does_not()
    {
        var estimate = Launches(0.030, 0.001);

        Assert.Equal(Verdict.Slower, VerdictRule.Decide(estimate, new Margin(2), false, false));
        Assert.Equal(Verdict.Equivalent, VerdictRule.Decide(estimate, new Margin(5), false, false));
    }

    private static OverheadEstimate Launches(double center, double spread) =>
        OverheadEstimate.FromLaunches([center - spread, center, center + spread]);
}
