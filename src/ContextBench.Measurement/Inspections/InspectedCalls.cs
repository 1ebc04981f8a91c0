using ContextBench.Handlers;
using ContextBench.Measurement.Launches;
using ContextBench.Measurement.Tiers;

namespace ContextBench.Measurement.Inspections;

/// <summary>
/// The <c>handler</c> tier for an inspection: calls the handler and allocates nothing itself, where a launch's own loop
/// awaits the call and so allocates in the process under test.
/// </summary>
internal sealed class InspectedCalls : ITierSession
{
    private readonly HandlerHost _host;
    private readonly RequestHandler _handler;
    private readonly EmailRequest _request;

    public InspectedCalls(LaunchPlan plan)
    {
        _host = new HandlerHost(
            plan.Workload, plan.Variants.Select(VariantCatalogue.Get), plan.ConsoleFile, plan.WorkSpeed, plan.IsDosed);
        _handler = _host[plan.Variants[0]];
        _request = plan.Workload.CreateRequest();
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> HandlerTypes => _host.HandlerTypes;

    /// <inheritdoc/>
    public string? GcMode => CollectorMode.OfThisProcess;

    /// <inheritdoc/>
    public ValueTask<SliceCost> RunSliceAsync(int variant, int operations)
    {
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        for (var i = 0; i < operations; i++)
        {
            var call = RequestHandler.Dispatch(_handler, _request);
            for (var wait = default(SpinWait); !call.IsCompleted;)
                wait.SpinOnce(sleep1Threshold: -1);
            call.GetAwaiter().GetResult();
        }

        var elapsed = System.Diagnostics.Stopwatch.GetElapsedTime(start);
        return ValueTask.FromResult(new SliceCost((long)elapsed.TotalNanoseconds, 0));
    }

    /// <inheritdoc/>
    public async ValueTask<VariantEvidence> ProveAsync(int variant, int operations)
    {
        _host.StartProof();
        await RunSliceAsync(variant, operations);
        return new VariantEvidence([], _host.EndProof());
    }

    /// <inheritdoc/>
    public ValueTask<RuntimeCounters?> ReadCountersAsync(int? variant = null) =>
        ValueTask.FromResult<RuntimeCounters?>(HandlerHost.ReadCounters());

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CollectionSpan>> TakeCollectionsAsync() =>
        ValueTask.FromResult<IReadOnlyList<CollectionSpan>>([]);

    /// <inheritdoc/>
    public void ResetLatencies()
    {
    }

    /// <inheritdoc/>
    public LatencyHistogram? LatenciesOf(int variant) => null;

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _host.Dispose();
        return ValueTask.CompletedTask;
    }
}
