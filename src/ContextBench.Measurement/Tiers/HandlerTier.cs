using ContextBench.Handlers;
using ContextBench.Measurement.Launches;

namespace ContextBench.Measurement.Tiers;

/// <summary>
/// The <c>handler</c> tier: the launch's own process calls the handlers, one operation after the other.
/// </summary>
public sealed class HandlerTier : ITierSession
{
    private readonly HandlerHost _host;
    private readonly RequestHandler[][] _handlers; // by copy, by variant
    private readonly EmailRequest _request;
    private readonly OwnProcessMeter _meter = new();
    private RequestHandler[] _inUse;

    /// <summary>Creates the handlers.</summary>
    /// <param name="plan">What the launch is to do.</param>
    /// <param name="order">The launch's permutations.</param>
    public HandlerTier(LaunchPlan plan, LaunchOrder order)
    {
        _host = new HandlerHost(
            plan.Workload, VariantCatalogue.GetAll([.. order.Creation.Select(i => plan.Variants[i])]),
            plan.ConsoleFile, plan.WorkSpeed, plan.IsDosed, VariantCopies.Count);
        _handlers =
        [
            .. Enumerable.Range(0, VariantCopies.Count).Select(copy =>
                plan.Variants.Select(name => _host[name, copy]).ToArray()),
        ];
        _inUse = _handlers[0];
        _request = plan.Workload.CreateRequest();
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> HandlerTypes => _host.HandlerTypes;

    /// <inheritdoc/>
    public string? GcMode => CollectorMode.OfThisProcess;

    /// <inheritdoc/>
    public int Copies => VariantCopies.Count;

    /// <inheritdoc/>
    public void UseCopy(int copy) => _inUse = _handlers[copy];

    /// <inheritdoc/>
    public async ValueTask<SliceCost> RunSliceAsync(int variant, int operations)
    {
        var handler = _inUse[variant];
        _meter.Start();
        for (var i = 0; i < operations; i++)
            await RequestHandler.Dispatch(handler, _request);
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
        ValueTask.FromResult<RuntimeCounters?>(HandlerHost.ReadCounters());

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CollectionSpan>> TakeCollectionsAsync() =>
        ValueTask.FromResult(_meter.TakeCollections());

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<string, WorkTime>> TakeWorkTimesAsync() =>
        ValueTask.FromResult(_host.TakeWorkTimes());

    /// <inheritdoc/>
    public void ResetLatencies()
    {
    }

    /// <inheritdoc/>
    public LatencyHistogram? LatenciesOf(int variant) => null;

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _meter.Dispose();
        _host.Dispose();
        return ValueTask.CompletedTask;
    }
}
