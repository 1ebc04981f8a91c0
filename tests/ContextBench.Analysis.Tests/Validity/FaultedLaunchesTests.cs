using ContextBench.Analysis.Results;
using ContextBench.Statistics;
using Xunit;

namespace ContextBench.Analysis.Tests.Validity;

public sealed class FaultedLaunchesTests
{
    [Fact]
    public void A_minority_of_failed_launches_is_said_and_the_others_are_judged()
    {
        var report = Run(launches: 5, faults: 2);

        Assert.Equal(Line("2 of 5"), PrintedLine.Of(report, "faulted-launches"));
        Assert.False(report.IsInvalid);
        Assert.Equal(Verdict.Slower, report.Tiers.Single().Find("async-local", Metric.Total)!.Verdict);
    }

    [Fact]
    public void A_run_half_of_whose_launches_failed_judges_nothing()
    {
        var report = Run(launches: 4, faults: 2);

        Assert.Equal(Line("2 of 4"), PrintedLine.Of(report, "faulted-launches"));
        Assert.True(report.IsInvalid);
        Assert.Equal(Verdict.Invalid, report.Tiers.Single().Find("async-local", Metric.Total)!.Verdict);
    }

    [Fact]
    public void Three_failed_launches_in_a_row_gave_the_run_up_however_many_there_were_before()
    {
        Assert.True(Run(launches: 12, faults: 3).IsInvalid); // the last three
        Assert.False(Run(launches: 12, faults: 2).IsInvalid);
    }

    [Fact]
    public void A_failure_that_leaves_fewer_launches_than_an_interval_needs_makes_the_run_invalid()
    {
        // Of three launches one failed, and one has lost a block: a third failed, but only one counts.
        var report = new SyntheticRun().Tier("kestrel", [1, 1.05], [1, 1.05], [1, 1.05])
            .Last(launch => launch with { Blocks = launch.Blocks + 1 })
            .EachLaunch(launch => launch.Launch == 1 ? launch with { Fault = "the server died" } : launch)
            .Report();

        Assert.Equal(1, report.Tiers.Single().CountedLaunches);
        Assert.True(report.IsInvalid);
    }

    [Fact]
    public void Without_a_failed_launch_nothing_is_said() =>
        Assert.Null(PrintedLine.Of(Run(launches: 4, faults: 0), "faulted-launches"));

    private static string Line(string launches) =>
        $"faulted-launches: {launches} launches failed and are not counted: mend what they say and measure again; " +
        "the last one: the server died";

    private static RunResult Run(int launches, int faults) => new SyntheticRun()
        .Tier("kestrel", [.. Enumerable.Range(0, launches).Select(launch => new[] { 1, 1.05 + (launch * 1e-4) })])
        .Faults(faults)
        .Report();
}
