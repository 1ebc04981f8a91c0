namespace ContextBench.Measurement.Observations;

/// <summary>What a load generator measured of one variant in one launch, on a route of its own, for a while.</summary>
public sealed record ArmObservation : Observation
{
    /// <summary>The tier.</summary>
    public required string Tier { get; init; }

    /// <summary>The launch's number within its tier, from 1.</summary>
    public required int Launch { get; init; }

    /// <summary>The variant.</summary>
    public required string Variant { get; init; }

    /// <summary>The arm's place among those of its launch, from 0.</summary>
    public required int Place { get; init; }

    /// <summary>Requests answered.</summary>
    public required long Requests { get; init; }

    /// <summary>As the generator says it, above 0.</summary>
    public required double RequestsPerSecond { get; init; }

    /// <summary>Median latency, in µs, as the generator counts it.</summary>
    public required double P50Us { get; init; }

    /// <summary>99th percentile of the latency, in µs.</summary>
    public required double P99Us { get; init; }

    /// <summary>CPU time of the server meanwhile, in ns.</summary>
    public required long ServerCpuNs { get; init; }

    /// <summary>CPU time of the generator's process, in ns; null on a system that does not tell.</summary>
    public required long? GeneratorCpuNs { get; init; }
}
