using Xunit;

namespace ContextBench.Statistics.Tests;

public sealed class SimulatedTruthTests
{
    private static readonly Margin OnePercent = new(1);

    [Theory]
    [InlineData(3, Verdict.Slower, Direction.Up)]
    [InlineData(-3, Verdict.Faster, Direction.Down)]
    public void A_known_difference_is_found(double overheadPercent, Verdict verdict, Direction direction)
    {
        var launches = Measure(new SimulatedLaunch(overheadPercent));

        var estimate = Combine(launches);

        Assert.Equal(verdict, VerdictRule.Decide(estimate, OnePercent, false, TailCheck.Warns(launches)));
        Assert.Equal([direction], DirectionRule.Decide([estimate]));
        // Launches spread by 0.3 %, so 12 of them have a standard error of some 0.1 %: this allows four of those.
        Assert.Equal(overheadPercent, OverheadEstimate.ToPercent(estimate.LogRatio), 0.4);
    }

    [Fact]
    public void Between_two_copies_of_the_same_code_no_difference_is_found()
    {
        var launches = Measure(new SimulatedLaunch(OverheadPercent: 0));

        var estimate = Combine(launches);

        Assert.Equal(Verdict.Equivalent, VerdictRule.Decide(estimate, OnePercent, false, TailCheck.Warns(launches)));
        Assert.Equal([Direction.None], DirectionRule.Decide([estimate]));
        Assert.Equal(ControlOutcome.Clean, ControlCheck.Decide(estimate, OnePercent));
        Assert.False(TailCheck.Warns(launches));
    }

    [Fact]
    public void Rare_large_costs_that_trimming_hides_make_the_tail_check_warn()
    {
        // 5 times the cost on 0.5 % of the operations: 0.005 · 4 = +2 % in truth.
        var launches = Measure(new SimulatedLaunch(OverheadPercent: 0, RareShare: 0.005, RareFactor: 5));

        var trimmed = OverheadEstimate.ToPercent(Combine(launches).LogRatio);
        var untrimmed = OverheadEstimate.ToPercent(launches.Average(launch => launch.UntrimmedLogRatio));

        Assert.Equal(2, untrimmed, 0.4);
        Assert.InRange(trimmed, -0.5, 0.7);
        Assert.True(TailCheck.Warns(launches));
        Assert.Equal(
            Verdict.Inconclusive,
            VerdictRule.Decide(Combine(launches), OnePercent, false, TailCheck.Warns(launches)));
    }

    [Fact]
    public void The_launches_needed_are_enough_for_a_verdict_when_they_are_measured()
    {
        var random = new Random(7);
        var launch = new SimulatedLaunch(OverheadPercent: 2);
        var pilot = Combine([launch.Measure(random), launch.Measure(random)]);
        Assert.Equal(Verdict.Inconclusive, VerdictRule.Decide(pilot, OnePercent, false, false));

        var needed = LaunchesNeeded.ForVerdict(pilot, OnePercent);

        Assert.NotNull(needed);
        var full = Combine([.. Enumerable.Range(0, needed.Value).Select(_ => launch.Measure(random))]);
        Assert.Equal(Verdict.Slower, VerdictRule.Decide(full, OnePercent, false, false));
    }

    private static LaunchEstimate[] Measure(SimulatedLaunch launch)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, 12).Select(_ => launch.Measure(random))];
    }

    private static OverheadEstimate Combine(IReadOnlyList<LaunchEstimate> launches) =>
        OverheadEstimate.Weighted(launches);
}
