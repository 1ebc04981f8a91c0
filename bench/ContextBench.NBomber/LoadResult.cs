using System.Text.Json;
using NBomber.Contracts.Stats;

namespace ContextBench.NBomber;

/// <summary>
/// What NBomber says of a run, in its own rounding; its rate and its latencies are of requests that did not fail.
/// </summary>
/// <param name="Requests">Requests answered with 200.</param>
/// <param name="Failed">
/// Requests answered otherwise, or not at all. At 5,000 of them NBomber ends the run early.
/// </param>
/// <param name="Seconds">
/// What NBomber divides by: the time planned, even where the run ended early.
/// </param>
/// <param name="RequestsPerSecond">Requests per second.</param>
/// <param name="P50Ms">Latency, in ms: the median.</param>
/// <param name="P75Ms">The 75th percentile.</param>
/// <param name="P95Ms">The 95th percentile.</param>
/// <param name="P99Ms">The 99th percentile.</param>
/// <param name="MeanMs">The mean.</param>
/// <param name="GeneratorCpuSeconds">
/// CPU time of this process from the start of the run until NBomber has written its reports.
/// </param>
internal sealed record LoadResult(
    long Requests,
    long Failed,
    double Seconds,
    double RequestsPerSecond,
    double P50Ms,
    double P75Ms,
    double P95Ms,
    double P99Ms,
    double MeanMs,
    double GeneratorCpuSeconds)
{
    /// <summary>Takes it from NBomber's statistics.</summary>
    /// <param name="stats">Those of the scenario.</param>
    /// <param name="cpu">CPU time of this process.</param>
    public static LoadResult From(ScenarioStats stats, TimeSpan cpu) => new(
        stats.Ok.Request.Count,
        stats.Fail.Request.Count,
        stats.Duration.TotalSeconds,
        stats.Ok.Request.RPS,
        stats.Ok.Latency.Percent50,
        stats.Ok.Latency.Percent75,
        stats.Ok.Latency.Percent95,
        stats.Ok.Latency.Percent99,
        stats.Ok.Latency.MeanMs,
        cpu.TotalSeconds);

    /// <summary>One line, named in camel case.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}
