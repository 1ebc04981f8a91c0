using ContextBench.Workloads.Now;

namespace ContextBench.Server;

/// <summary>Serves one variant of the server's time over HTTP; the same code for each.</summary>
/// <param name="handler">The variant's handler.</param>
internal sealed class NowEndpoint(RequestHandler<NowRequest> handler)
{
    public async Task HandleAsync(HttpContext context)
    {
        var request = new NowRequest();
        await RequestHandler.Dispatch(handler, request);
        await NumberResponse.WriteAsync(context.Response, "{\"now\":"u8, request.Now);
    }
}
