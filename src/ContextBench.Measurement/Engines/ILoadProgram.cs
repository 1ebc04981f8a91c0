namespace ContextBench.Measurement.Engines;

/// <summary>A load generator that is a program of somebody else's, and measures one route for a while.</summary>
public interface ILoadProgram
{
    /// <summary>Makes sure that it is there; what takes long is done once.</summary>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ProgramMissingException">It is not.</exception>
    Task RequireAsync(CancellationToken cancellation);

    /// <summary>Runs it once.</summary>
    /// <param name="task">What to do.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="TargetFaultException">It failed, or a response was an error.</exception>
    Task<LoadResult> RunAsync(LoadTask task, CancellationToken cancellation);
}

/// <summary>What a load generator is to do.</summary>
/// <param name="Plan">The launch: its body, its connections, and the generator's threads.</param>
/// <param name="Variant">The variant, for its own reports.</param>
/// <param name="Route">The variant's route on a running server.</param>
/// <param name="Seconds">For how long, in s.</param>
/// <param name="Processor">The processor that it runs on, or null to leave it free.</param>
/// <param name="ReportFolder">Where it may leave reports of its own; null where they are not wanted.</param>
public sealed record LoadTask(
    LaunchPlan Plan, string Variant, Uri Route, int Seconds, int? Processor, string? ReportFolder);

/// <summary>What a load generator measured.</summary>
/// <param name="Requests">Requests answered.</param>
/// <param name="RequestsPerSecond">As the generator says it, above 0.</param>
/// <param name="P50Us">Median latency, in µs, as the generator counts it.</param>
/// <param name="P99Us">99th percentile of the latency, in µs.</param>
/// <param name="CpuNs">CPU time of the generator, in ns; null on a system that does not tell.</param>
public sealed record LoadResult(long Requests, double RequestsPerSecond, double P50Us, double P99Us, long? CpuNs);
