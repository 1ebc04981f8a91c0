using HdrHistogram;
using HdrHistogram.Utilities;

namespace ContextBench.Load;

/// <summary>Latencies of one variant in one launch, to three significant digits from 1 µs to 1 min.</summary>
public sealed class LatencyHistogram
{
    private const long LowestNs = 1_000;
    private const long HighestNs = 60_000_000_000;

    private readonly LongHistogram _histogram = new(LowestNs, HighestNs, 3);

    /// <summary>Number of latencies recorded.</summary>
    public long Count => _histogram.TotalCount;

    /// <summary>Records a latency.</summary>
    /// <param name="latencyNs">In ns; held within the range that the histogram has.</param>
    public void Record(long latencyNs) => _histogram.RecordValue(Math.Clamp(latencyNs, LowestNs, HighestNs));

    /// <summary>Records latencies.</summary>
    /// <param name="latenciesNs">In ns.</param>
    public void RecordAll(ReadOnlySpan<long> latenciesNs)
    {
        foreach (var latencyNs in latenciesNs)
            Record(latencyNs);
    }

    /// <summary>Forgets everything.</summary>
    public void Reset() => _histogram.Reset();

    /// <summary>The latency that a share of the operations did not exceed, in ns.</summary>
    /// <param name="percentile">In percent, 0 to 100.</param>
    public long ValueAt(double percentile) => _histogram.GetValueAtPercentile(percentile);

    /// <summary>The histogram in HdrHistogram's own compressed encoding (version 2), in base 64.</summary>
    public string Encode()
    {
        var buffer = ByteBuffer.Allocate(_histogram.GetNeededByteBufferCapacity());
        var bytes = new byte[_histogram.EncodeIntoCompressedByteBuffer(buffer)];
        buffer.Position = 0;
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = buffer.Get();
        return Convert.ToBase64String(bytes);
    }
}
