using Xunit;

namespace ContextBench.Load.Tests;

public sealed class LatencyHistogramTests
{
    private readonly LatencyHistogram _histogram = new();

    [Fact]
    public void Percentiles_are_exact_to_three_digits()
    {
        for (var us = 1; us <= 100; us++)
            _histogram.Record(us * 10_000);

        // Half of the latencies are at most 500 µs, 99 % at most 990 µs.
        Assert.InRange(_histogram.ValueAt(50), 499_000, 502_000);
        Assert.InRange(_histogram.ValueAt(99), 989_000, 992_000);
    }

    [Fact]
    public void Latencies_beyond_the_range_are_held_within_it()
    {
        _histogram.Record(-1);
        _histogram.Record(long.MaxValue);

        Assert.Equal(2, _histogram.Count);
        Assert.InRange(_histogram.ValueAt(100), 59_900_000_000, 60_100_000_000);
    }

    [Fact]
    public void A_reset_forgets_everything()
    {
        _histogram.Record(5_000);
        _histogram.Reset();

        Assert.Equal(0, _histogram.Count);
    }

    [Fact]
    public void The_encoding_is_HdrHistograms_compressed_form()
    {
        _histogram.Record(5_000);

        // "HIST" in base 64: every compressed V2 histogram starts with the cookie 0x1c849304.
        Assert.StartsWith("HIST", _histogram.Encode(), StringComparison.Ordinal);
    }
}
