using System.Text.Json;

namespace ContextBench.Workloads;

/// <summary>What a request does; each kind of request has its own (<see cref="WorkloadKind"/>).</summary>
/// <param name="WorkMicroseconds">Extra CPU work per request, in µs of the core's time; 0 for none.</param>
/// <param name="Sink">Where the log lines go.</param>
public abstract record Workload(double WorkMicroseconds, SinkKind Sink)
{
    /// <summary>
    /// The nested async methods between a request's handler and each of its asynchronous operations, 0 or more; every
    /// one awaits the next.
    /// </summary>
    public int Depth { get; init; }

    /// <summary>The lines that a request logs.</summary>
    public abstract int LogLines { get; }

    /// <summary>
    /// The body of a request, the same for every variant: JSON in UTF-8, posted; empty for a request that is a GET.
    /// </summary>
    public abstract byte[] Body { get; }

    /// <summary>What a run's files say of it.</summary>
    public WorkloadFacts Facts => new()
    {
        Settings = Settings.ToDictionary(setting => setting.Name, setting => setting.Value),
        WorkMicroseconds = WorkMicroseconds,
        Sink = Sink,
        Summary = Summary,
    };

    /// <summary>What the settings amount to, for people.</summary>
    protected abstract string Summary { get; }

    /// <summary>The settings that a run's files name, with their values.</summary>
    protected abstract IEnumerable<(string Name, JsonElement Value)> Settings { get; }

    /// <summary>
    /// Makes one request of a handler; the same object for all variants, so that what a request is made of is known
    /// here alone.
    /// </summary>
    public abstract Func<RequestHandler, Task> CreateCall();
}
