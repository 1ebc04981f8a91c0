using ContextBench.Analysis.Results;
using ContextBench.Statistics;
using Xunit;

namespace ContextBench.Analysis.Tests.Comparisons;

public sealed class LaunchCountingTests
{
    [Fact]
    public void A_launch_with_a_fault_is_reported_and_not_counted()
    {
        var tier = new SyntheticRun()
            .Tier("kestrel", [1, 1.01], [1, 1.01], [1, 9])
            .Last(launch => launch with { Fault = "the server died with exit code 137" })
            .Report().Tiers.Single();

        Assert.Equal(2, tier.CountedLaunches);
        Assert.Equal(1, tier.Find("async-local", Metric.Time)!.OverheadPercent!.Value, 6);
        Assert.Equal(
            "1 of 3 launches failed and are not counted: mend what they say and measure again; the last one: " +
            "the server died with exit code 137",
            tier.Warnings.Single(warning => warning.Code == "faulted-launches").Text);
    }

    [Fact]
    public void A_launch_that_was_interrupted_is_not_counted()
    {
        var tier = new SyntheticRun().Tier("kestrel", [1, 1.01], [1, 1.01], [1, 9])
            .WithoutLastRecord().Report().Tiers.Single();

        Assert.Equal(2, tier.CountedLaunches);
        Assert.Contains(tier.Warnings, warning => warning.Code == "unfinished");
    }

    [Fact]
    public void A_run_that_three_faults_in_a_row_ended_stays_invalid_when_it_is_reported_again()
    {
        var run = new SyntheticRun().Tier("kestrel", [1, 1.01], [1, 1.01], [1, 1], [1, 1], [1, 1]).Faults(3).Report();

        Assert.True(run.IsInvalid);
        Assert.Equal(Verdict.Invalid, run.Tiers.Single().Find("async-local", Metric.Total)!.Verdict);
    }

    [Fact]
    public void A_launch_without_all_of_its_batches_is_not_counted()
    {
        var tier = new SyntheticRun()
            .Tier("kestrel", [1, 1.01], [1, 1.01], [1, 1.01])
            .Last(launch => launch with { Blocks = launch.Blocks + 1 })
            .Report().Tiers.Single();

        Assert.Equal(2, tier.CountedLaunches);
        Assert.Contains(tier.Warnings, warning => warning.Code == "incomplete-launches");
    }

    [Fact]
    public void One_launch_gives_no_comparison_and_no_error()
    {
        var tier = new SyntheticRun().Tier("kestrel", [1, 1.01], [1, 1.01]).WithoutLastRecord().Report().Tiers.Single();

        Assert.Empty(tier.Comparisons);
        Assert.False(tier.IsInvalid);
    }
}
