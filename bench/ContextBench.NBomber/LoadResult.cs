using System.Text.Json;
using NBomber.Contracts.Stats;

namespace ContextBench.NBomber;

/// <summary>
/// What NBomber says of a run, in its own rounding; its rate and its latencies are of requests that did not fail.
/// </summary>
internal sealed record LoadResult
{
    /// <summary>Requests answered with 200.</summary>
    public required long Requests { get; init; }

    /// <summary>Requests answered otherwise, or not at all. At 5,000 of them NBomber ends the run early.</summary>
    public required long Failed { get; init; }

    /// <summary>What NBomber divides by: the time planned, even where the run ended early.</summary>
    public required double Seconds { get; init; }

    /// <summary>Requests per second.</summary>
    public required double RequestsPerSecond { get; init; }

    /// <summary>The median latency, in ms.</summary>
    public required double P50Ms { get; init; }

    /// <summary>The 75th percentile of the latency, in ms.</summary>
    public required double P75Ms { get; init; }

    /// <summary>The 95th percentile of the latency, in ms.</summary>
    public required double P95Ms { get; init; }

    /// <summary>The 99th percentile of the latency, in ms.</summary>
    public required double P99Ms { get; init; }

    /// <summary>The mean latency, in ms.</summary>
    public required double MeanMs { get; init; }

    /// <summary>CPU time of this process from the start of the run until NBomber has written its reports.</summary>
    public required double GeneratorCpuSeconds { get; init; }

    /// <summary>Takes it from NBomber's statistics.</summary>
    /// <param name="stats">Those of the scenario.</param>
    /// <param name="cpu">CPU time of this process.</param>
    public static LoadResult From(ScenarioStats stats, TimeSpan cpu) => new()
    {
        Requests = stats.Ok.Request.Count,
        Failed = stats.Fail.Request.Count,
        Seconds = stats.Duration.TotalSeconds,
        RequestsPerSecond = stats.Ok.Request.RPS,
        P50Ms = stats.Ok.Latency.Percent50,
        P75Ms = stats.Ok.Latency.Percent75,
        P95Ms = stats.Ok.Latency.Percent95,
        P99Ms = stats.Ok.Latency.Percent99,
        MeanMs = stats.Ok.Latency.MeanMs,
        GeneratorCpuSeconds = cpu.TotalSeconds,
    };

    /// <summary>One line, named in camel case.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}
