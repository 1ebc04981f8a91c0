using ContextBench.Workloads.Logging;

namespace ContextBench.Workloads;

/// <summary>
/// What all variants of a process share: the same id source, the same log, the same work, and whatever else their kind
/// of request needs.
/// </summary>
public sealed class RequestServices : IDisposable
{
    private readonly Dictionary<Type, object> _shared = [];

    /// <summary>Creates the services for a workload.</summary>
    /// <param name="workload">What a request does.</param>
    /// <param name="consoleFile">
    /// The file that stands in for standard output, or null for standard output itself.
    /// </param>
    /// <param name="hasInjectedCosts">Whether a variant of the process has a <see cref="InjectedCost"/>.</param>
    /// <param name="workSpeed">See <see cref="WorkSource.Speed"/>; null to measure it.</param>
    public RequestServices(
        Workload workload, string? consoleFile = null, bool hasInjectedCosts = false, double? workSpeed = null)
    {
        Workload = workload;
        Ids = new RequestIds();
        Sink = workload.Sink == SinkKind.Console ? new ConsoleSink(consoleFile) : new NullSink();
        Lines = new LogLines(Sink);
        Work = new WorkSource(workload.WorkMicroseconds, hasInjectedCosts, workSpeed);
    }

    /// <summary>What a request does.</summary>
    public Workload Workload { get; }

    /// <summary>The id source.</summary>
    public RequestIds Ids { get; }

    /// <summary>The sink of all log lines.</summary>
    public LogSink Sink { get; }

    /// <summary>The one formatter of log lines.</summary>
    public LogLines Lines { get; }

    /// <summary>Where the work comes from that is added to requests.</summary>
    public WorkSource Work { get; }

    /// <summary>What one kind of request needs besides: one object for all variants.</summary>
    /// <param name="create">Creates it from the workload, for the first variant that asks.</param>
    public T Shared<T>(Func<Workload, T> create)
        where T : class
    {
        if (!_shared.TryGetValue(typeof(T), out var shared))
            _shared.Add(typeof(T), shared = create(Workload));
        return (T)shared;
    }

    /// <inheritdoc/>
    public void Dispose() => Sink.Dispose();
}
