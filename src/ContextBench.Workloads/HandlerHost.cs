using ContextBench.Workloads.Logging;

namespace ContextBench.Workloads;

/// <summary>The handlers of one process under test, and what a launch asks of that process around its slices.</summary>
public sealed class HandlerHost : IDisposable
{
    private readonly RequestServices _services;
    private readonly Dictionary<string, IReadOnlyList<RequestHandler>> _handlers = [];
    private readonly Dictionary<string, InjectedWork> _work = []; // of every variant or of none
    private LogCapture? _capture;

    /// <summary>Creates the handlers in the order given, which is the launch's to permute.</summary>
    /// <param name="workload">What a request does.</param>
    /// <param name="study">Where the variants come from.</param>
    /// <param name="variants">The names of those to host.</param>
    /// <param name="settings">What else the process is told; its defaults where it is null.</param>
    public HandlerHost(Workload workload, Study study, IEnumerable<string> variants, HostSettings? settings = null)
    {
        settings ??= new HostSettings();
        Variant[] hosted = [.. variants.Select(study.Get)];
        _services = new RequestServices(
            workload, settings.ConsoleFile,
            settings.HasInjectedCosts || hosted.Any(variant => InjectedCost.IsIn(variant.Name)), settings.WorkSpeed);
        foreach (var variant in hosted)
            _handlers.Add(variant.Name, CreateHandlers(study, variant, settings.Copies));
    }

    /// <summary>The handler of a variant.</summary>
    /// <param name="variant">The variant's name.</param>
    /// <param name="copy">Which of its copies.</param>
    public RequestHandler this[string variant, int copy = 0] => _handlers[variant][copy];

    /// <summary>Iterations of <see cref="CpuWork"/> in 1 µs; null where no work is added.</summary>
    public double? WorkSpeed => _services.Work.Speed;

    /// <summary>What handles each variant's requests, by the variant's name (<see cref="HandlerCopy"/>).</summary>
    public IReadOnlyDictionary<string, string> HandlerTypes => _handlers.ToDictionary(
        pair => pair.Key, pair => string.Join(" and ", pair.Value.Select(HandlerCopy.IdentityOf).Distinct()));

    /// <summary>
    /// From now on ids are counted and log lines copied, so that the bytes of variants can be compared.
    /// </summary>
    public void StartProof()
    {
        _services.Ids.StartCounting();
        _capture = _services.Sink.StartCapture();
    }

    /// <summary>Ends the proof.</summary>
    /// <returns>The log bytes written since <see cref="StartProof"/>.</returns>
    /// <exception cref="InvalidOperationException">No proof was started.</exception>
    public byte[] EndProof()
    {
        var capture = _capture ?? throw new InvalidOperationException("no proof was started");
        _capture = null;
        _services.Sink.StopCapture();
        _services.Ids.StopCounting();
        return capture.ToArray();
    }

    /// <summary>
    /// How long each variant's extra work took since this was last called, by the variant's name; empty where no work
    /// is added.
    /// </summary>
    public IReadOnlyDictionary<string, WorkTime> TakeWorkTimes() =>
        _work.ToDictionary(pair => pair.Key, pair => pair.Value.TakeTime());

    /// <summary>From now on a request of any variant has this much extra work, and its injected cost.</summary>
    /// <param name="microseconds">The extra work, in µs.</param>
    /// <exception cref="InvalidOperationException">Requests of this process have no work that could change.</exception>
    public void SetWork(double microseconds)
    {
        if (_work.Count == 0)
            throw new InvalidOperationException("no work is added to requests: start with some (--work-us)");
        foreach (var (variant, work) in _work)
            work.Work = _services.Work.Lasting(microseconds + InjectedCost.In(variant).WorkMicroseconds);
    }

    /// <inheritdoc/>
    public void Dispose() => _services.Dispose();

    // All copies of a variant do the same added work.
    private RequestHandler[] CreateHandlers(Study study, Variant variant, int copies)
    {
        var work = _services.Work.WorkOf(variant.InjectedCost);
        if (work is not null)
            _work.Add(variant.Name, work);
        return
        [
            .. Enumerable.Range(0, copies)
                .Select(_ => HandlerCopy.Create(study.Assembly, variant, _services))
                .Select(handler => work is null ? handler : handler.With(work)),
        ];
    }
}
