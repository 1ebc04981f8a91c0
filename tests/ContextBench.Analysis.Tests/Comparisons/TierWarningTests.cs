using ContextBench.Analysis.Results;
using ContextBench.Statistics;
using Xunit;

namespace ContextBench.Analysis.Tests.Comparisons;

public sealed class TierWarningTests
{
    [Fact]
    public void A_cpu_clock_coarser_than_a_slice_is_not_compared()
    {
        var tier = new SyntheticRun()
            .Tier("kestrel", [1, 1.01], [1, 1.01])
            .EachBatch(batch => batch.CpuNs![1][0] = batch.CpuNs![1][1] = 0) // 2 of 15 slices of a batch
            .Report().Tiers.Single();

        Assert.Null(tier.Find("async-local", Metric.Cpu));
        Assert.NotNull(tier.Find("async-local", Metric.Time));
        Assert.Contains(Warning.CoarseCpuClock, tier.Warnings);
    }

    [Fact]
    public void Launches_that_fall_into_a_fast_and_a_slow_group_are_warned_of()
    {
        // Slices of 1 ms in the first two launches and of 1.5 ms in the others: 100 and 150 µs an operation.
        var tier = new SyntheticRun()
            .Tier("handler", [1, 1.01], [1, 1.01], [1, 1.01], [1, 1.01])
            .EachBatch(batch =>
            {
                foreach (var slices in batch.Launch > 2 ? batch.ElapsedNs : [])
                {
                    for (var block = 0; block < slices.Length; block++)
                        slices[block] = slices[block] * 3 / 2;
                }
            })
            .Report().Tiers.Single();

        Assert.Equal(
            "launches fall into two groups: classic takes 100.00 µs in 2 of them and 150.00 µs in 2, so neither is " +
            "the machine's speed: overheads are compared within launches, but measure again, or with more --launches",
            tier.Warnings.Single(warning => warning.Code == "two-groups").Text);
    }

    [Fact]
    public void What_a_slice_leaves_for_the_next_is_reported_for_every_variant()
    {
        int[][] williams = [[0, 1, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0], [0, 2, 1]];
        var tier = new SyntheticRun()
            .Tier("kestrel", [1, 1], [1, 1], [1, 1])
            .EachBatch(batch =>
            {
                for (var block = 0; block < 5; block++)
                {
                    batch.Orders[block] = williams[block];
                    var after = Array.IndexOf(williams[block], 2) + 1; // whoever follows async-local pays 2 % more
                    if (after < 3)
                        batch.ElapsedNs[williams[block][after]][block] = 1_020_000;
                }
            })
            .Report().Tiers.Single();

        Assert.Equal(["classic", "control", "async-local"], tier.Predecessors.Select(effect => effect.Variant));
        Assert.Equal("async-local", tier.Predecessors.MaxBy(effect => effect.Percent)!.Variant);
        Assert.Contains(tier.Warnings, warning => warning.Code == "leaves-behind");
    }

    [Fact]
    public void Rare_large_costs_that_trimming_drops_warn_of_a_tail_and_forbid_equivalent()
    {
        // One slice in five of the candidate costs 5 times as much: trimmed away, but +80 % in the sums.
        var time = new SyntheticRun()
            .Tier("kestrel", [1, 1.0001], [1, 1.0002], [1, 1.0001])
            .EachBatch(batch => batch.ElapsedNs[2][0] *= 5)
            .Report().Tiers.Single().Find("async-local", Metric.Total)!;

        Assert.Contains(Warning.Tail, time.Warnings);
        Assert.Equal(Verdict.Inconclusive, time.Verdict);
    }

    [Fact]
    public void Idle_processes_are_reported()
    {
        var tier = new SyntheticRun()
            .Tier("handler", [1, 1], [1, 1])
            .Last(launch => launch with { SliceCpuNs = launch.SliceElapsedNs / 10 })
            .Report().Tiers.Single();

        // Busy for 0.95 and 0.1 of the time: the median is 0.525, under the 0.8 that is asked for.
        Assert.Contains(tier.Warnings, warning => warning.Code == "idle");
    }
}
