namespace ContextBench.Handlers;

/// <summary>
/// Adds the workload's CPU work to any handler, in front of it and outside of it, so that no variant differs.
/// </summary>
internal sealed class WorkingHandler(RequestHandler inner, CpuWork work) : RequestHandler
{
    public override Task HandleAsync(EmailRequest request)
    {
        work.Run();
        return inner.HandleAsync(request);
    }

    public static RequestHandler Unwrap(RequestHandler handler) =>
        handler is WorkingHandler working ? working.Inner : handler;

    private RequestHandler Inner => inner;
}
