using ContextBench.Handlers.Logging;

namespace ContextBench.Handlers;

/// <summary>
/// What all variants of a process share: the same id source, the same log, the same transport, the same work.
/// </summary>
public sealed class RequestServices : IDisposable
{
    private readonly WorkSource _work;

    /// <summary>Creates the services for a workload.</summary>
    /// <param name="workload">What a request does.</param>
    /// <param name="consoleFile">
    /// The file that stands in for standard output, or null for standard output itself.
    /// </param>
    /// <param name="isDosed">Whether a variant of the process has a <see cref="Dose"/>.</param>
    /// <param name="workSpeed">See <see cref="WorkSpeed"/>; null to measure it.</param>
    public RequestServices(
        Workload workload, string? consoleFile = null, bool isDosed = false, double? workSpeed = null)
    {
        Workload = workload;
        Ids = new RequestIds();
        Sink = workload.Sink == SinkKind.Console ? new ConsoleSink(consoleFile) : new NullSink();
        Lines = new LogLines(Sink);
        Transport = EmailTransport.Create(workload.Send);
        _work = new WorkSource(workload, isDosed, workSpeed);
    }

    /// <summary>What a request does.</summary>
    public Workload Workload { get; }

    /// <summary>The id source.</summary>
    public RequestIds Ids { get; }

    /// <summary>The sink of all log lines.</summary>
    public LogSink Sink { get; }

    /// <summary>The one formatter of log lines.</summary>
    public LogLines Lines { get; }

    /// <summary>The transport of emails.</summary>
    public EmailTransport Transport { get; }

    /// <summary>Iterations of <see cref="CpuWork"/> in 1 µs; null where no work is added.</summary>
    public double? WorkSpeed => _work.Speed;

    /// <summary>Creates a handler of each of a variant's compilations; all do the same added work.</summary>
    /// <param name="variant">The variant.</param>
    /// <param name="copies">How many, 1 to <see cref="VariantCopies.Count"/>.</param>
    public IReadOnlyList<RequestHandler> CreateHandlers(Variant variant, int copies)
    {
        var work = _work.WorkOf(variant.Dose);
        return
        [
            .. Enumerable.Range(0, copies).Select(copy => VariantCopies.Create(variant, copy, this))
                .Select(handler => work is null ? handler : new WorkingHandler(handler, work)),
        ];
    }

    /// <inheritdoc/>
    public void Dispose() => Sink.Dispose();
}
