namespace ContextBench.Targets;

/// <summary>
/// The <c>handler</c> tier: the launch's own process calls the handlers, one operation after the other.
/// </summary>
public sealed class HandlerTarget : OwnProcessTarget, ICodeCopies
{
    private readonly RequestHandler[][] _handlers; // by copy, by variant
    private readonly Func<RequestHandler, Task> _call;
    private RequestHandler[] _inUse;

    /// <summary>Creates the handlers.</summary>
    /// <param name="plan">What the launch is to do.</param>
    /// <param name="order">The launch's permutations.</param>
    public HandlerTarget(LaunchPlan plan, LaunchOrder order)
        : base(HostOf(plan, order.Creation.Select(i => plan.Study.Names[i]), HandlerCopy.MostCopies))
    {
        _handlers =
        [
            .. Enumerable.Range(0, Copies).Select(copy =>
                plan.Study.Names.Select(name => Host[name, copy]).ToArray()),
        ];
        _inUse = _handlers[0];
        _call = WorkloadOf(plan).CreateCall();
    }

    /// <inheritdoc/>
    public int Copies => HandlerCopy.MostCopies;

    /// <inheritdoc/>
    public void UseCopy(int copy) => _inUse = _handlers[copy];

    /// <inheritdoc/>
    public override async ValueTask<SliceCost> RunSliceAsync(int variant, int operations)
    {
        var (handler, call) = (_inUse[variant], _call);
        StartSlice();
        for (var i = 0; i < operations; i++)
            await call(handler);
        return EndSlice();
    }

    /// <inheritdoc/>
    public override async ValueTask<VariantEvidence> ProveAsync(int variant, int operations)
    {
        Host.StartProof();
        for (var copy = 0; copy < Copies; copy++)
        {
            UseCopy(copy);
            await RunSliceAsync(variant, operations);
        }

        return new VariantEvidence([], Host.EndProof());
    }
}
