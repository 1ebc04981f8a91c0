using Xunit;

namespace ContextBench.Statistics.Tests;

public sealed class PairedBatchTests
{
    [Fact]
    public void An_added_cost_is_related_to_the_mean_of_the_baseline_and_not_to_its_harmonic_mean()
    {
        // 30 added to costs of 100 and 300: 30 of 200 are 15 %, where log-ratios give √(1.3 · 1.1) − 1 = 19.6 %.
        var batch = new PairedBatch([100, 300], [130, 330]);

        Assert.Equal(Math.Log(1.15), batch.TrimmedLogRatio()!.Value, 1e-12);
    }

    [Fact]
    public void Of_differences_and_of_the_baseline_a_fifth_is_dropped_at_either_end()
    {
        // Differences -90, 10, 10, 10, 900 leave 10; the baseline's 100, 100, 100, 100, 1000 leave 100.
        var batch = new PairedBatch([100, 100, 100, 1000, 100], [110, 110, 1000, 910, 110]);

        Assert.Equal(Math.Log(1.1), batch.TrimmedLogRatio()!.Value, 1e-12);
    }

    [Fact]
    public void Costs_that_vary_manyfold_still_leave_more_than_nothing()
    {
        // Differences -999, -99, 0, 0, 0 leave -33; the baseline's 1000, 100, 1, 1, 1 leave 34: 1/34 is left.
        var batch = new PairedBatch([1000, 100, 1, 1, 1], [1, 1, 1, 1, 1]);

        Assert.Equal(Math.Log(1.0 / 34), batch.TrimmedLogRatio()!.Value, 1e-12);
    }

    [Fact]
    public void A_batch_without_a_usable_block_has_no_trimmed_log_ratio() =>
        Assert.Null(new PairedBatch([0], [100]).TrimmedLogRatio());

    [Fact]
    public void A_block_whose_clock_did_not_move_is_not_usable() =>
        Assert.Equal([0], new PairedBatch([100, 0, 100, 100], [200, 100, 0, -1]).UsableBlocks());

    [Fact]
    public void A_block_that_is_left_out_is_not_usable() =>
        Assert.Equal([0, 2], new PairedBatch([100, 100, 100], [200, 300, 400], [false, true, false]).UsableBlocks());

    [Fact]
    public void Unless_told_no_block_is_left_out() => Assert.Null(new PairedBatch([1], [1]).LeftOut);

    [Fact]
    public void Blocks_left_out_of_another_number_are_refused() =>
        Assert.Throws<ArgumentException>(() => new PairedBatch([1, 2], [1, 2], [true]));

    [Fact]
    public void Costs_of_different_length_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new PairedBatch([1, 2], [1]));

        Assert.Contains("got 2 of the baseline and 1 of the candidate", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_without_blocks_is_refused() => Assert.Throws<ArgumentException>(() => new PairedBatch([], []));
}
