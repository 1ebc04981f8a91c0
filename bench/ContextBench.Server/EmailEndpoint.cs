using ContextBench.Workloads.Emails;

namespace ContextBench.Server;

/// <summary>Serves one variant of the emails over HTTP; the same code for each.</summary>
/// <param name="handler">The variant's handler.</param>
internal sealed class EmailEndpoint(RequestHandler<EmailRequest> handler)
{
    public async Task HandleAsync(HttpContext context)
    {
        var (request, problem) = await EmailRequestReader.ReadAsync(context.Request);
        if (problem is not null)
        {
            await TypedResults.Problem(problem, statusCode: StatusCodes.Status400BadRequest).ExecuteAsync(context);
            return;
        }

        await RequestHandler.Dispatch(handler, request!);
        await NumberResponse.WriteAsync(context.Response, "{\"sent\":"u8, request!.Emails!.Length);
    }
}
