using ContextBench.Context;
using ContextBench.Workloads;
using ContextBench.Workloads.Logging;
using ContextBench.Workloads.Now;

namespace ContextBench.Handlers.Now;

/// <summary>The id is a string in an ambient store; only the log reads it.</summary>
internal sealed class AsyncLocalHandler(
    RequestIds ids, AmbientStore<string> requestId, AsyncLocalTimeService time, int depth) : RequestHandler<NowRequest>
{
    public static RequestHandler Create(RequestServices services)
    {
        var requestId = new AmbientStore<string>();
        var log = new AsyncLocalLog(services.Lines, requestId);
        return new AsyncLocalHandler(
            services.Ids, requestId, new AsyncLocalTimeService(log), services.Workload.Depth);
    }

    public override async Task HandleAsync(NowRequest request)
    {
        using var scope = requestId.Use(ids.Next());
        request.Now = await time.ReadAsync(depth);
    }
}

internal sealed class AsyncLocalTimeService(AsyncLocalLog log)
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

internal sealed class AsyncLocalLog(LogLines lines, AmbientStore<string> requestId)
{
    public void Info(string message) => lines.Write(requestId.Current, message);
}
