namespace ContextBench.Measurement.Observations;

/// <summary>One variant's latencies in one launch.</summary>
/// <param name="Count">Number of latencies.</param>
/// <param name="P50Ns">The median, in ns.</param>
/// <param name="P99Ns">The 99th percentile, in ns.</param>
/// <param name="Histogram">All of them: an HdrHistogram, version 2, compressed, in base 64.</param>
public sealed record LatencySummary(long Count, long P50Ns, long P99Ns, string Histogram)
{
    /// <summary>Summarizes a histogram.</summary>
    /// <param name="histogram">The histogram, or null where a tier has none.</param>
    public static LatencySummary? From(LatencyHistogram? histogram) => histogram is null
        ? null
        : new LatencySummary(histogram.Count, histogram.ValueAt(50), histogram.ValueAt(99), histogram.Encode());
}
