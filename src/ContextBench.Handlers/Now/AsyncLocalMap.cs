using ContextBench.Context;
using ContextBench.Workloads;
using ContextBench.Workloads.Logging;
using ContextBench.Workloads.Now;

namespace ContextBench.Handlers.Now;

/// <summary>The id is one entry of a map in an ambient store, as in the article; only the log reads it.</summary>
internal sealed class AsyncLocalMapHandler(
    RequestIds ids, AmbientMap context, AsyncLocalMapTimeService time, int depth) : RequestHandler<NowRequest>
{
    public static RequestHandler Create(RequestServices services)
    {
        var context = new AmbientMap();
        var log = new AsyncLocalMapLog(services.Lines, context);
        return new AsyncLocalMapHandler(
            services.Ids, context, new AsyncLocalMapTimeService(log), services.Workload.Depth);
    }

    public override async Task HandleAsync(NowRequest request)
    {
        using var scope = context.Enter();
        context.Set("requestId", ids.Next());
        request.Now = await time.ReadAsync(depth);
    }
}

internal sealed class AsyncLocalMapTimeService(AsyncLocalMapLog log)
{
    public async Task<long> ReadAsync(int depth)
    {
        if (depth > 0)
            return await ReadAsync(depth - 1);

        await Task.Yield();
        log.Info("Tell the time");
        return ServerTime.Now;
    }
}

internal sealed class AsyncLocalMapLog(LogLines lines, AmbientMap context)
{
    public void Info(string message) => lines.Write(context.Get("requestId") as string, message);
}
