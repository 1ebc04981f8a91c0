using ContextBench.Analysis.Results;
using Xunit;

namespace ContextBench.Analysis.Tests.Comparisons;

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
    public void What_the_slices_after_a_collection_take_beyond_the_others_is_charged_with_its_pauses()
    {
        // Slices take 1 ms. After the collection in the last slice of block 4 the next two, the baseline's and the
        // control's, are disturbed, and take 0.2 ms more: 0.4 ms in each of three batches, over 1,000,000 B 1.2 ns a
        // byte. The runtime counted pauses of 2 ns a byte.
        var tier = new SyntheticRun { CollectionNsPerByte = 2, Blocks = 10 }
            .Tier("kestrel", [1, 1], [1, 1])
            .EachBatch(batch => batch.Collected[2] = [4])
            .EachBatch(batch => batch.ElapsedNs[0][5] = batch.ElapsedNs[1][5] = 1_200_000)
            .Report().Tiers.Single();

        Assert.Equal(3.2, tier.CollectionNsPerByte!.Value, 6);
        Assert.Equal(3.2, tier.Find("async-local", Metric.Gc)!.BaselineValue, 6); // 1000 B an operation, in µs
    }

    [Fact]
    public void Of_a_slice_that_is_much_longer_than_the_aftermath_it_is_too_small_a_part()
    {
        // Slices of 7 ms, of which 1.5 ms are less than a quarter: only the one with the collection is left out.
        var tier = new SyntheticRun()
            .Tier("kestrel", [1, 1], [1, 1])
            .EachBatch(batch => batch.Collected[0] = [2])
            .EachBatch(batch =>
            {
                foreach (var slices in batch.ElapsedNs)
                    Array.Fill(slices, 7_000_000);
            })
            .Report().Tiers.Single();

        Assert.Equal(1.0 / 15, tier.DisturbedShare!.Value, 9);
    }

    [Fact]
    public void Pauses_in_slices_are_not_charged_twice_however_many_slices_have_one()
    {
        var tier = new SyntheticRun { CollectionNsPerByte = 2, Blocks = 10 }
            .Tier("kestrel", [1, 1], [1, 1])
            .EachBatch(batch => batch.Collected[0] = [1, 3, 5, 7])
            .EachBatch(batch => batch.ElapsedNs[0][1] = batch.ElapsedNs[0][3] = batch.ElapsedNs[0][5] = 9_000_000)
            .Report().Tiers.Single();

        Assert.Equal(2, tier.CollectionNsPerByte!.Value, 6);
    }

    [Fact]
    public void Slices_that_are_shorter_after_a_collection_take_off_what_others_put_on_so_that_noise_cancels()
    {
        // The two slices after it take 0.1 ms less: 0.2 ms in each of three batches are 0.6 ns a byte less.
        var tier = new SyntheticRun { CollectionNsPerByte = 2, Blocks = 10 }
            .Tier("kestrel", [1, 1], [1, 1])
            .EachBatch(batch => batch.Collected[2] = [4])
            .EachBatch(batch => batch.ElapsedNs[0][5] = batch.ElapsedNs[1][5] = 900_000)
            .Report().Tiers.Single();

        Assert.Equal(1.4, tier.CollectionNsPerByte!.Value, 6);
    }

    [Fact]
    public void A_launch_whose_batch_names_a_block_or_a_variant_that_is_not_there_is_no_measurement()
    {
        var run = new SyntheticRun().Tier("kestrel", [1, 1.05], [1, 1.05], [1, 1.05])
            .EachBatch(batch =>
            {
                if (batch.Launch == 1)
                    batch.Collected[0] = [99];
                if (batch.Launch == 2)
                    batch.Orders[0] = [0, 1, 3];
            });

        Assert.Equal(1, run.Report().Tiers.Single().CountedLaunches);
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
