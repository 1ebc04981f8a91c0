namespace ContextBench.Measurement.Observations;

/// <summary>One variant's window of an open loop.</summary>
public sealed record WindowObservation : Observation
{
    /// <summary>
    /// The least share of the rate asked for at which it counts as reached: below it the server was overloaded, and
    /// latencies say how long the window was rather than how slow a request is.
    /// </summary>
    public const double ReachedShare = 0.995;

    /// <summary>The tier.</summary>
    public required string Tier { get; init; }

    /// <summary>The launch's number within its tier, from 1.</summary>
    public required int Launch { get; init; }

    /// <summary>The round's number within its launch, from 0; a round has a window of every variant.</summary>
    public required int Round { get; init; }

    /// <summary>The window's place in the order of its round, from 0.</summary>
    public required int Order { get; init; }

    /// <summary>The variant's index.</summary>
    public required int Variant { get; init; }

    /// <summary>Number of requests, all of them answered.</summary>
    public required int Requests { get; init; }

    /// <summary>Requests a second as asked for.</summary>
    public required double RatePerSecond { get; init; }

    /// <summary>Requests a second as they were sent (<c>ReachedPerSecond</c>).</summary>
    public required double ReachedPerSecond { get; init; }

    /// <summary>
    /// The median latency, in ns; every latency here counts from the moment at which its request was due.
    /// </summary>
    public required long P50Ns { get; init; }

    /// <summary>The 90th percentile of the latencies, in ns.</summary>
    public required long P90Ns { get; init; }

    /// <summary>The 99th percentile of the latencies, in ns.</summary>
    public required long P99Ns { get; init; }

    /// <summary>The 99.9th percentile of the latencies, in ns.</summary>
    public required long P999Ns { get; init; }

    /// <summary>The longest latency, in ns.</summary>
    public required long MaxNs { get; init; }

    /// <summary>
    /// CPU time of the process under test in the window, in ns; null where the target has no clock of it.
    /// </summary>
    public required long? CpuNs { get; init; }

    /// <summary>From the start of the window to its last response, in ns.</summary>
    public required long ElapsedNs { get; init; }
}
