using Xunit;

namespace ContextBench.Statistics.Tests;

public sealed class LaunchDriftTests
{
    [Fact]
    public void It_is_the_second_half_less_the_first()
    {
        // ln 1.2 in the second half, ln 1.1 in the first; each half the mean of two batches alike.
        var drift = LaunchDrift.Of([Batch(110), Batch(110), Batch(120), Batch(120)]);

        Assert.Equal(Math.Log(1.2) - Math.Log(1.1), drift!.Value, 12);
    }

    [Fact]
    public void The_batch_in_the_middle_of_an_odd_number_counts_to_the_second_half()
    {
        // Second half: (ln 1.1 + ln 1.2) / 2; first: ln 1.1.
        var drift = LaunchDrift.Of([Batch(110), Batch(110), Batch(120)]);

        Assert.Equal((Math.Log(1.2) - Math.Log(1.1)) / 2, drift!.Value, 12);
    }

    [Fact]
    public void A_half_without_a_usable_block_tells_nothing()
    {
        var leftOut = new PairedBatch([100], [110], [true]);

        Assert.Null(LaunchDrift.Of([Batch(110), leftOut]));
        Assert.Null(LaunchDrift.Of([Batch(110)]));
    }

    [Fact]
    public void A_batch_without_a_usable_block_takes_no_part()
    {
        var leftOut = new PairedBatch([100], [110], [true]);

        Assert.Equal(0, LaunchDrift.Of([Batch(110), leftOut, Batch(110), Batch(110)])!.Value, 12);
    }

    private static PairedBatch Batch(long candidate) => new([100, 100], [candidate, candidate]);
}
