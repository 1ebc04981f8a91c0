using ContextBench.Workloads;
using ContextBench.Workloads.Logging;
using ContextBench.Workloads.Now;

namespace ContextBench.Handlers.Now;

/// <summary>The id is made and dropped, and no line carries it: what correlation itself costs.</summary>
internal sealed class NoIdHandler(RequestIds ids, NoIdTimeService time, int depth) : RequestHandler<NowRequest>
{
    public static RequestHandler Create(RequestServices services) => new NoIdHandler(
        services.Ids, new NoIdTimeService(new NoIdLog(services.Lines)), services.Workload.Depth);

    public override async Task HandleAsync(NowRequest request)
    {
        _ = ids.Next();
        request.Now = await time.ReadAsync(depth);
    }
}

internal sealed class NoIdTimeService(NoIdLog log)
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

internal sealed class NoIdLog(LogLines lines)
{
    public void Info(string message) => lines.Write(null, message);
}
