namespace ContextBench.Workloads;

/// <summary>
/// Adds work to any handler, in front of it and outside of it, so that the handler's own code is the same with it.
/// </summary>
internal sealed class WorkingHandler<TRequest>(RequestHandler<TRequest> inner, InjectedWork work)
    : RequestHandler<TRequest>
    where TRequest : class
{
    public override Task HandleAsync(TRequest request)
    {
        work.Run();
        return Dispatch(inner, request);
    }

    internal override RequestHandler Own => inner;
}
