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
        // Of the fifteen slices in a batch the one with the collection, and the two of 1 ms that begin within 1.5 ms.
        Assert.Equal(3.0 / 15, tier.DisturbedShare!.Value, 9);
    }

    [Fact]
    public void Slices_that_begin_within_a_millisecond_and_a_half_after_a_collection_are_left_out_too()
    {
        // Slices take 1 ms; the collection was in the last slice of the first block, so the first two of the second
        // block, the baseline's and the control's, are disturbed. The third begins 2 ms after.
        var tier = new SyntheticRun()
            .Tier("kestrel", [1, 1.05], [1, 1.05])
            .EachBatch(batch => batch.Collected[2] = [0])
            .EachBatch(batch => batch.ElapsedNs[0][1] *= 3)
            .EachBatch(batch => batch.ElapsedNs[1][1] *= 4)
            .Report().Tiers.Single();

        var control = tier.Find("control", Metric.Time)!;
        Assert.Equal(0, control.OverheadPercent!.Value, 6);
        Assert.Equal(0, control.UntrimmedPercent!.Value, 6);
        Assert.Equal(5, tier.Find("async-local", Metric.Time)!.OverheadPercent!.Value, 6);
    }

    [Fact]
    public void The_next_batch_of_a_launch_begins_in_the_aftermath_of_a_collection_at_the_end_of_the_one_before()
    {
        // Five blocks of three slices: the collection was in the very last slice of each batch.
        var tier = new SyntheticRun { Batches = 2 }
            .Tier("kestrel", [1, 1.05], [1, 1.05])
            .EachBatch(batch => batch.Collected[2] = [4])
            .Report().Tiers.Single();

        // One in each of two batches, and two more in the second: 4 of 30.
        Assert.Equal(4.0 / 30, tier.DisturbedShare!.Value, 9);
    }

    [Fact]
    public void What_the_slices_around_a_collection_take_beyond_the_others_is_charged_with_its_pauses()
    {
        // After the collection in block 4 of ten, slices of 1 ms: of each variant that of the block, and for the
        // baseline and the control that of the next one. In these the baseline takes 0.2 ms more: 2 slices, 0.4 ms in
        // each of three batches. Over 1,000,000 B that is 1.2 ns a byte; the runtime counted pauses of 2 ns a byte.
        var tier = new SyntheticRun { CollectionNsPerByte = 2, Blocks = 10 }
            .Tier("kestrel", [1, 1], [1, 1])
            .EachBatch(batch => batch.Collected[0] = batch.Collected[1] = batch.Collected[2] = [4])
            .EachBatch(batch => batch.ElapsedNs[0][4] = batch.ElapsedNs[0][5] = 1_200_000)
            .Report().Tiers.Single();

        Assert.Equal(3.2, tier.CollectionNsPerByte!.Value, 6);
        Assert.Equal(3.2, tier.Find("async-local", Metric.Gc)!.BaselineValue, 6); // 1000 B an operation, in µs
    }

    [Fact]
    public void The_pause_in_a_slice_and_what_else_befalls_one_are_not_charged_twice()
    {
        // Of five disturbed slices of the baseline (one a batch) the longest, with the pause in it, is trimmed.
        var tier = new SyntheticRun { CollectionNsPerByte = 2, Batches = 5, Blocks = 10 }
            .Tier("kestrel", [1, 1], [1, 1])
            .EachBatch(batch => batch.Collected[0] = [9])
            .EachBatch(batch => batch.ElapsedNs[0][9] = batch.Batch == 0 ? 90_000_000 : 1_000_000)
            .Report().Tiers.Single();

        Assert.Equal(2, tier.CollectionNsPerByte!.Value, 6);
    }

    [Fact]
    public void Slices_that_are_no_longer_around_a_collection_than_elsewhere_take_nothing_off_its_pauses()
    {
        var tier = new SyntheticRun { CollectionNsPerByte = 2 }
            .Tier("kestrel", [1, 1], [1, 1])
            .EachBatch(batch => batch.Collected[0] = [2])
            .EachBatch(batch => batch.ElapsedNs[0][2] = 900_000)
            .Report().Tiers.Single();

        Assert.Equal(2, tier.CollectionNsPerByte!.Value, 6);
    }

    [Fact]
    public void Throughput_is_what_the_baseline_served_and_as_many_at_the_candidates_cost()
    {
        // One slice of five takes twice as long: 1.2 ms a slice of ten operations on average, 8333.3 a second. Total:
        // 100 µs and 105 µs, since the long slice is trimmed.
        var throughput = new SyntheticRun()
            .Tier("kestrel", [1, 1.05], [1, 1.05])
            .EachBatch(batch => batch.ElapsedNs[0][3] *= 2)
            .EachBatch(batch => batch.ElapsedNs[2][3] *= 2)
            .Report().Tiers.Single().Find("async-local", Metric.Throughput)!;

        Assert.Equal(1e4 / 1.2, throughput.BaselineValue, 6);
        Assert.Equal(1e4 / 1.2 / 1.05, throughput.CandidateValue, 6);
        Assert.Equal(5, throughput.OverheadPercent!.Value, 6);
    }

    [Fact]
    public void Drift_is_how_far_the_overhead_moved_from_the_first_half_of_the_blocks_to_the_second()
    {
        // Of two batches the candidate is 10 % slower in the first and 5 % in the second: ln(1.05 / 1.1) is -4.545 %.
        var tier = new SyntheticRun { Batches = 2 }
            .Tier("kestrel", [1, 1.05], [1, 1.05])
            .EachBatch(batch =>
            {
                if (batch.Batch == 0)
                    Array.Fill(batch.ElapsedNs[2], 1_100_000);
            })
            .EachLaunch(launch => launch with
            {
                Runtime = launch.Runtime!.Value with { CompiledMethods = 100 + launch.Launch },
            })
            .Report().Tiers.Single();

        Assert.Equal("async-local", tier.Drift!.Candidate);
        Assert.Equal(100 * ((1.05 / 1.1) - 1), tier.Drift.Percent, 6);
        Assert.Equal((101L, 102L), (tier.Drift.FewestMethods, tier.Drift.MostMethods));
        Assert.Contains(tier.Warnings, warning => warning.Code == "drifts");
    }

    [Fact]
    public void An_overhead_that_stays_is_not_warned_of()
    {
        var tier = new SyntheticRun { Batches = 2 }.Tier("kestrel", [1, 1.05], [1, 1.05]).Report().Tiers.Single();

        Assert.Equal(0, tier.Drift!.Percent, 6);
        Assert.DoesNotContain(tier.Warnings, warning => warning.Code == "drifts");
    }
}
