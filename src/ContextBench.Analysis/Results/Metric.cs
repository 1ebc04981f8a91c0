namespace ContextBench.Analysis.Results;

/// <summary>Names of metrics, as <c>comparisons.json</c> has them.</summary>
public static class Metric
{
    /// <summary>
    /// <see cref="Time"/> and <see cref="Gc"/> together, in µs: what a variant costs, and what the verdict is about.
    /// </summary>
    public const string Total = "total";

    /// <summary>Elapsed time per operation outside of collections, in µs.</summary>
    public const string Time = "time";

    /// <summary>CPU time of the process under test per operation outside of collections, in µs.</summary>
    public const string Cpu = "cpu";

    /// <summary>
    /// Collection time that a variant causes per operation, in µs: what a byte costs, times the bytes it allocates.
    /// </summary>
    public const string Gc = "gc";

    /// <summary>
    /// Operations per second as the baseline served them, nothing trimmed or left out, and as many at the candidate's
    /// <see cref="Total"/> cost; never tested beside it.
    /// </summary>
    public const string Throughput = "throughput";

    /// <summary>Allocated bytes per operation.</summary>
    public const string Allocated = "allocated";

    /// <summary>Median latency, in µs.</summary>
    public const string P50 = "p50";

    /// <summary>90th percentile of the latency, in µs.</summary>
    public const string P90 = "p90";

    /// <summary>99th percentile of the latency, in µs.</summary>
    public const string P99 = "p99";

    /// <summary>99.9th percentile of the latency, in µs.</summary>
    public const string P999 = "p99.9";
}
