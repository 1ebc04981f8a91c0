using ContextBench.Workloads;
using ContextBench.Workloads.Logging;
using ContextBench.Workloads.Now;

namespace ContextBench.Handlers.Now;

/// <summary>The id is a parameter, handed down through every method to the one that logs.</summary>
internal sealed class ClassicHandler(RequestIds ids, ClassicTimeService time, int depth) : RequestHandler<NowRequest>
{
    public static RequestHandler Create(RequestServices services) => new ClassicHandler(
        services.Ids, new ClassicTimeService(new ClassicLog(services.Lines)), services.Workload.Depth);

    public override async Task HandleAsync(NowRequest request)
    {
        var requestId = ids.Next();
        request.Now = await time.ReadAsync(requestId, depth);
    }
}

internal sealed class ClassicTimeService(ClassicLog log)
{
    public async Task<long> ReadAsync(string requestId, int depth)
    {
        if (depth > 0)
            return await ReadAsync(requestId, depth - 1);

        await Task.Yield();
        log.Info(requestId, "Tell the time");
        return ServerTime.Now;
    }
}

internal sealed class ClassicLog(LogLines lines)
{
    public void Info(string requestId, string message) => lines.Write(requestId, message);
}
