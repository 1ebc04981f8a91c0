using System.Text.Json;

namespace ContextBench.Workloads.Now;

/// <summary>
/// The request that the article's benchmark sent, <c>GET /_now</c> of Kuzzle: it logs one line and answers the server's
/// time, after one yield to the thread pool at the bottom of some nested async methods.
/// </summary>
/// <param name="WorkMicroseconds">Extra CPU work per request, in µs of the core's time; 0 for none.</param>
/// <param name="Sink">Where the log lines go.</param>
public sealed record NowWorkload(double WorkMicroseconds, SinkKind Sink) : Workload(WorkMicroseconds, Sink)
{
    /// <summary>The kind.</summary>
    public static WorkloadKind Kind { get; } = new(
        "now", [WorkloadSetting.Depth], values => new NowWorkload(0, SinkKind.Null) { Depth = values.Number("depth") });

    /// <inheritdoc/>
    public override int LogLines => 1;

    /// <inheritdoc/>
    public override byte[] Body => [];

    /// <inheritdoc/>
    protected override string Summary => $"the server's time (1 log line), depth {Depth}";

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, JsonElement Value)> Settings =>
        [("depth", JsonSerializer.SerializeToElement(Depth))];

    /// <inheritdoc/>
    public override Func<RequestHandler, Task> CreateCall()
    {
        var request = new NowRequest();
        return handler => RequestHandler.Dispatch((RequestHandler<NowRequest>)handler, request);
    }
}
