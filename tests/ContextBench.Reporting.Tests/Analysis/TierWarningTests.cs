using ContextBench.Statistics;
using Xunit;

namespace ContextBench.Reporting.Tests.Analysis;

public sealed class TierWarningTests
{
    [Fact]
    public void A_cpu_clock_coarser_than_a_slice_is_not_compared()
    {
        var tier = new SyntheticRun()
            .Tier("kestrel", [1, 1.01], [1, 1.01])
            .EachBatch(batch => batch.CpuNs[1][0] = batch.CpuNs[1][1] = 0) // 2 of 15 slices of a batch
            .Report().Tiers.Single();

        Assert.Null(tier.Find("async-local", Metric.Cpu));
        Assert.NotNull(tier.Find("async-local", Metric.Time));
        Assert.Contains(Warning.CoarseCpuClock, tier.Warnings);
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
