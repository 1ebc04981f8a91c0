using System.Text.Json;
using NBomber.Contracts.Stats;

namespace ContextBench.NBomber;

/// <summary>
/// What NBomber says of a run, in its own rounding; its rate and its latencies are of requests that did not fail.
/// </summary>
internal static class LoadResult
{
    /// <summary>One line of JSON, named in camel case.</summary>
    /// <param name="stats">The statistics of the scenario.</param>
    /// <param name="cpu">CPU time of this process from the start of the run until the reports are written.</param>
    public static string ToJson(ScenarioStats stats, TimeSpan cpu) => JsonSerializer.Serialize(
        new
        {
            Requests = stats.Ok.Request.Count, // answered with 200
            Failed = stats.Fail.Request.Count, // answered otherwise, or not at all: at 5,000 NBomber ends the run early
            Seconds = stats.Duration.TotalSeconds, // what it divides by: the time planned, even where it ended early
            RequestsPerSecond = stats.Ok.Request.RPS,
            P50Ms = stats.Ok.Latency.Percent50,
            P75Ms = stats.Ok.Latency.Percent75,
            P95Ms = stats.Ok.Latency.Percent95,
            P99Ms = stats.Ok.Latency.Percent99,
            stats.Ok.Latency.MeanMs,
            GeneratorCpuSeconds = cpu.TotalSeconds,
        },
        JsonSerializerOptions.Web);
}
