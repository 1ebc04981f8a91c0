using ContextBench.Agent;
using ContextBench.Handlers;

namespace ContextBench.Targets;

/// <summary>
/// The <c>handler</c> tier: the launch's own process calls the handlers, one operation after the other.
/// </summary>
public sealed class HandlerTarget
    : ITarget, IEquivalenceProof, ICodeCopies, IRuntimeCounters, ICpuClock, ICollections, IInjectedCost
{
    private readonly HandlerHost _host;
    private readonly RequestHandler[][] _handlers; // by copy, by variant
    private readonly Func<RequestHandler, Task> _call;
    private readonly OwnProcessMeter _meter = new();
    private RequestHandler[] _inUse;

    /// <summary>Creates the handlers.</summary>
    /// <param name="plan">What the launch is to do.</param>
    /// <param name="order">The launch's permutations.</param>
    public HandlerTarget(LaunchPlan plan, LaunchOrder order)
    {
        var workload = Workload.From(plan.Workload);
        _host = new HandlerHost(
            workload, StudyCatalogue.Get(plan.Study.Name), order.Creation.Select(i => plan.Study.Names[i]),
            plan.SettingsOfHost() with { Copies = Copies });
        _handlers =
        [
            .. Enumerable.Range(0, Copies).Select(copy =>
                plan.Study.Names.Select(name => _host[name, copy]).ToArray()),
        ];
        _inUse = _handlers[0];
        _call = workload.CreateCall();
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Handlers => _host.HandlerTypes;

    /// <inheritdoc/>
    public string? GcMode => CollectorMode.OfThisProcess;

    /// <inheritdoc/>
    public int Copies => HandlerCopy.MostCopies;

    /// <inheritdoc/>
    public void UseCopy(int copy) => _inUse = _handlers[copy];

    /// <inheritdoc/>
    public async ValueTask<SliceCost> RunSliceAsync(int variant, int operations)
    {
        var (handler, call) = (_inUse[variant], _call);
        _meter.Start();
        for (var i = 0; i < operations; i++)
            await call(handler);
        return _meter.Stop();
    }

    /// <inheritdoc/>
    public async ValueTask<VariantEvidence> ProveAsync(int variant, int operations)
    {
        _host.StartProof();
        for (var copy = 0; copy < Copies; copy++)
        {
            UseCopy(copy);
            await RunSliceAsync(variant, operations);
        }

        return new VariantEvidence([], _host.EndProof());
    }

    /// <inheritdoc/>
    public ValueTask<RuntimeCounters?> ReadCountersAsync(int? variant = null) =>
        ValueTask.FromResult<RuntimeCounters?>(RuntimeCounters.Read());

    /// <inheritdoc/>
    public long ReadCpuNs() => _meter.ReadCpuNs();

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CollectionSpan>> TakeCollectionsAsync() =>
        ValueTask.FromResult(_meter.TakeCollections());

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<string, WorkTime>> TakeWorkTimesAsync() =>
        ValueTask.FromResult(_host.TakeWorkTimes());

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _meter.Dispose();
        _host.Dispose();
        return ValueTask.CompletedTask;
    }
}
