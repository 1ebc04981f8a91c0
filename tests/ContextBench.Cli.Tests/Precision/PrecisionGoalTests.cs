using ContextBench.Analysis.History;
using ContextBench.Analysis.Results;
using ContextBench.Cli.Precision;
using ContextBench.Handlers;
using ContextBench.Statistics;
using Xunit;

namespace ContextBench.Cli.Tests.Precision;

public sealed class PrecisionGoalTests
{
    private static readonly ControlResult Reached = new()
    {
        Run = "results/best",
        StartedAt = DateTimeOffset.UnixEpoch,
        Profile = "full",
        Cpu = "Example CPU",
        Processors = 2,
        Tier = "kestrel",
        Launches = 20,
        Percent = 0.02,
        Low = -0.08,
        High = 0.12,
    };

    [Fact]
    public void What_has_been_reached_before_is_not_remarked_on() =>
        Assert.Null(new PrecisionGoal(0.1).Check(Reached));

    [Fact]
    public void Without_any_run_on_this_kind_of_machine_the_pilot_decides() =>
        Assert.Null(new PrecisionGoal(0.001).Check(reached: null));

    [Fact]
    public void What_more_launches_can_reach_is_a_note()
    {
        // Half the width takes four times the launches: 80 of at most 200.
        var note = new PrecisionGoal(0.05).Check(Reached);

        Assert.Contains("closer than ±0.1 % on kestrel (20 launches, results/best)", note, StringComparison.Ordinal);
        Assert.Contains("some 80 launches", note, StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_number_of_launches_allowed_can_reach_is_refused_with_what_can_be_asked_for()
    {
        // 0.01 takes 100 times 20 launches; 200 of them come to 0.1 · √(20/200) = 0.0316, so to 0.04.
        var refusal = Assert.Throws<UsageException>(() => new PrecisionGoal(0.01).Check(Reached));

        Assert.Contains(
            "some 2000 launches of at most 200; ask for 0.04 or more", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_controls_spread_in_the_pilot_says_how_many_launches_there_will_be()
    {
        // Log-ratios of ±0.001: sd 0.001069, so ±t·sd/√n: 8 launches have 2.365 · 0.000378 = 0.0894 %,
        // 27 have 2.056 · 0.000206 = 0.0423 %.
        var pilot = Pilot(0.001, -0.001, 0.001, -0.001, 0.001, -0.001, 0.001, -0.001);

        Assert.Equal(8, new PrecisionGoal(0.1).LaunchesAfter(pilot));
        Assert.InRange(new PrecisionGoal(0.0425).LaunchesAfter(pilot), 25, 29);
    }

    [Fact]
    public void Where_the_control_lies_does_not_count()
    {
        var atZero = Pilot(0.001, -0.001, 0.002, -0.002, 0.001, -0.001, 0.002, -0.002);
        var shifted = Pilot(0.021, 0.019, 0.022, 0.018, 0.021, 0.019, 0.022, 0.018);

        Assert.Equal(
            new PrecisionGoal(0.05).LaunchesAfter(atZero), new PrecisionGoal(0.05).LaunchesAfter(shifted));
    }

    [Fact]
    public void A_pilot_that_shows_the_goal_to_be_out_of_reach_ends_the_run()
    {
        var pilot = Pilot(0.05, -0.05, 0.05, -0.05, 0.05, -0.05, 0.05, -0.05);

        var refusal = Assert.Throws<UsageException>(() => new PrecisionGoal(0.1).LaunchesAfter(pilot));

        Assert.Contains(
            "--precision 0.1 cannot be reached with 200 launches: the control of the pilot, 8 launches, has ±",
            refusal.Message, StringComparison.Ordinal);
    }

    private static TierResult Pilot(params double[] control) => new()
    {
        Plan = Profile.All[0].Tiers[^1],
        Study = StudyCatalogue.Default.Facts,
        Comparisons = [],
        CountedLaunches = control.Length,
        SliceOperations = 16,
        IsInvalid = false,
        BusyShare = null,
        GeneratorCpuUs = null,
        MostSteal = null,
        CollectionNsPerByte = null,
        DisturbedShare = null,
        Predecessors = [],
        Launches =
        [
            .. control.Select((logRatio, index) => new LaunchValue(
                index + 1, Seed: 1, "control", Metric.Total,
                new LaunchEstimate(logRatio, StandardError: 0.001, logRatio, Batches: 10, Blocks: 100))),
        ],
        Warnings = [],
    };
}
