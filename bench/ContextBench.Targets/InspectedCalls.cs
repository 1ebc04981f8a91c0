using ContextBench.Agent;
using ContextBench.Handlers;

namespace ContextBench.Targets;

/// <summary>
/// The <c>handler</c> tier for an inspection: calls the handler and allocates nothing itself, where a launch's own loop
/// awaits the call and so allocates in the process under test.
/// </summary>
public sealed class InspectedCalls : ITarget, IEquivalenceProof, IRuntimeCounters
{
    private readonly HandlerHost _host;
    private readonly RequestHandler _handler;
    private readonly Func<RequestHandler, Task> _call;

    public InspectedCalls(LaunchPlan plan)
    {
        var workload = Workload.From(plan.Workload);
        _host = new HandlerHost(
            workload, StudyCatalogue.Get(plan.Study.Name), plan.Study.Names, plan.SettingsOfHost());
        _handler = _host[plan.Study.Names[0]];
        _call = workload.CreateCall();
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Handlers => _host.HandlerTypes;

    /// <inheritdoc/>
    public string? GcMode => CollectorMode.OfThisProcess;

    /// <inheritdoc/>
    public ValueTask<SliceCost> RunSliceAsync(int variant, int operations)
    {
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        for (var i = 0; i < operations; i++)
        {
            var call = _call(_handler);
            for (var wait = default(SpinWait); !call.IsCompleted;)
                wait.SpinOnce(sleep1Threshold: -1);
            call.GetAwaiter().GetResult();
        }

        var elapsed = System.Diagnostics.Stopwatch.GetElapsedTime(start);
        return ValueTask.FromResult(new SliceCost((long)elapsed.TotalNanoseconds));
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
        ValueTask.FromResult<RuntimeCounters?>(RuntimeCounters.Read());

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _host.Dispose();
        return ValueTask.CompletedTask;
    }
}
