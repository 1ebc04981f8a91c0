using ContextBench.Cli.Precision;
using ContextBench.Reporting.Ledger;
using Xunit;

namespace ContextBench.Cli.Tests.Precision;

public sealed class PrecisionGoalTests
{
    private static readonly ControlResult Reached = new(
        "results/best", DateTimeOffset.UnixEpoch, "full", "Example CPU", 2, "kestrel", Launches: 20,
        Percent: 0.02, Low: -0.08, High: 0.12);

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
}
