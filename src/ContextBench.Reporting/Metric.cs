namespace ContextBench.Reporting;

/// <summary>Names of metrics, as <c>comparisons.json</c> has them.</summary>
public static class Metric
{
    /// <summary>Elapsed time per operation, in µs.</summary>
    public const string Time = "time";

    /// <summary>CPU time of the process under test per operation, in µs.</summary>
    public const string Cpu = "cpu";

    /// <summary>Operations per second: 1 / <see cref="Time"/>, never tested beside it.</summary>
    public const string Throughput = "throughput";

    /// <summary>Allocated bytes per operation.</summary>
    public const string Allocated = "allocated";

    /// <summary>Median latency, in µs.</summary>
    public const string P50 = "p50";

    /// <summary>99th percentile of the latency, in µs.</summary>
    public const string P99 = "p99";
}
