using ContextBench.Measurement.Launches;
using Xunit;

namespace ContextBench.Measurement.Tests.Launches;

public sealed class SteadyStateTests
{
    [Fact]
    public void Rounds_that_keep_getting_cheaper_are_not_steady()
    {
        // 100, 95, 90.25 …: 5 % cheaper each round, more than the 2 % that count as an improvement.
        var steady = After([.. Enumerable.Range(0, 20).Select(i => 100 * Math.Pow(0.95, i))]);

        Assert.False(steady.IsReached);
    }

    [Fact]
    public void Rounds_that_have_stopped_getting_cheaper_are_steady()
    {
        Assert.True(After([400, 200, 100, 100, 101, 99, 100, 100]).IsReached); // best of the last four: 99 > 0.98 × 100
    }

    [Fact]
    public void Seven_equal_rounds_are_too_few_and_eight_are_enough()
    {
        Assert.False(After([100, 100, 100, 100, 100, 100, 100]).IsReached);
        Assert.True(After([100, 100, 100, 100, 100, 100, 100, 100]).IsReached);
    }

    [Fact]
    public void A_disturbed_round_neither_ends_nor_prolongs_the_warm_up()
    {
        Assert.True(After([100, 100, 100, 100, 100, 900, 100, 100]).IsReached);
        // 60 < 0.98 × 150: still getting cheaper
        Assert.False(After([400, 300, 200, 150, 120, 900, 60, 900]).IsReached);
    }

    [Fact]
    public void A_round_counts_as_its_lower_quartile()
    {
        var steady = new SteadyState();

        steady.AddRound([40, 10, 30, 20], 0); // sorted 10 20 30 40; index 4 / 4 = 1

        Assert.Equal([20], steady.Costs);
    }

    [Theory]
    [InlineData(10, true)] // 10 of 1010 methods in the last four rounds: under 1 %
    [InlineData(11, false)]
    public void Rounds_in_which_the_jit_still_compiles_are_not_steady_however_equal(int compiled, bool reached)
    {
        var steady = new SteadyState();
        for (var round = 0; round < 8; round++)
            steady.AddRound([100], round < 4 ? 1000 : 1000 + compiled);

        Assert.Equal(reached, steady.IsReached);
    }

    private static SteadyState After(double[] rounds)
    {
        var steady = new SteadyState();
        foreach (var round in rounds)
            steady.AddRound([round], 1000);
        return steady;
    }
}
