namespace ContextBench.Workloads;

/// <summary>
/// Adds work to any handler, in front of it and outside of it, so that the handler's own code is the same with it.
/// </summary>
internal sealed class WorkingHandler(RequestHandler inner, InjectedWork work) : RequestHandler
{
    public override Task HandleAsync(EmailRequest request)
    {
        work.Run();
        return Dispatch(inner, request);
    }

    public WorkTime TakeTime() => work.TakeTime();

    public RequestHandler Inner => inner;
}
