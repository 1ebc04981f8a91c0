using Xunit;

namespace ContextBench.Reporting.Tests.Analysis;

public sealed class CollectionTests
{
    [Fact]
    public void Collections_are_charged_by_allocated_bytes_and_added_to_the_time()
    {
        // 2 ns a byte: 1000 B of the baseline are 2 µs on its 100, the candidate's 1200 B are 2.4 µs on its 105.
        var tier = new SyntheticRun { CollectionNsPerByte = 2 }
            .Tier("kestrel", [1, 1.05], [1, 1.05], [1, 1.05]).Report().Tiers.Single();

        var gc = tier.Find("async-local", Metric.Gc)!;
        var total = tier.Find("async-local", Metric.Total)!;
        Assert.Equal(2, gc.BaselineValue, 6);
        Assert.Equal(0.4, gc.Difference, 6);
        Assert.Equal(102, total.BaselineValue, 6);
        Assert.Equal(100 * ((107.4 / 102) - 1), total.OverheadPercent!.Value, 6);
        Assert.Equal(5, tier.Find("async-local", Metric.Time)!.OverheadPercent!.Value, 6);
        Assert.Equal(2, tier.CollectionNsPerByte);
    }

    [Fact]
    public void Slices_with_a_collection_are_left_out_of_every_estimate()
    {
        // In the first block of each batch of five a collection made the candidate's slice cost 100 times as much.
        var tier = new SyntheticRun()
            .Tier("kestrel", [1, 1.05], [1, 1.05], [1, 1.05])
            .EachBatch(batch => batch.ElapsedNs[2][0] *= 100)
            .EachBatch(batch => batch.Collected[2] = [0])
            .Report().Tiers.Single();

        var time = tier.Find("async-local", Metric.Time)!;
        Assert.Equal(5, time.OverheadPercent!.Value, 6);
        Assert.Equal(5, time.UntrimmedPercent!.Value, 6);
        Assert.Empty(time.Warnings);
        Assert.Equal(1.0 / 15, tier.CollectedShare!.Value, 9); // one slice of fifteen in a batch
    }
}
