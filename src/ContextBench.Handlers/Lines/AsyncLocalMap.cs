using ContextBench.Context;
using ContextBench.Workloads;
using ContextBench.Workloads.Emails;
using ContextBench.Workloads.Logging;

namespace ContextBench.Handlers.Lines;

/// <summary>The id is one entry of a map in an ambient store, as in the article; only the log reads it.</summary>
internal sealed class AsyncLocalMapHandler(
    RequestIds ids, AmbientMap context, AsyncLocalMapLog log, AsyncLocalMapEmailService emailService, int depth)
    : RequestHandler<EmailRequest>
{
    public static RequestHandler Create(RequestServices services)
    {
        var context = new AmbientMap();
        var log = new AsyncLocalMapLog(services.Lines, context);
        return new AsyncLocalMapHandler(
            services.Ids, context, log, new AsyncLocalMapEmailService(log, EmailTransport.Of(services)),
            services.Workload.Depth);
    }

    public override async Task HandleAsync(EmailRequest request)
    {
        using var scope = context.Enter();
        context.Set("requestId", ids.Next());
        log.Info("Start processing");
        foreach (var email in request.Emails!)
            await emailService.SendAsync(email!, depth);
    }
}

internal sealed class AsyncLocalMapEmailService(AsyncLocalMapLog log, EmailTransport transport)
{
    public async Task SendAsync(string email, int depth)
    {
        if (depth > 0)
        {
            await SendAsync(email, depth - 1);
            return;
        }

        log.Info($"Send email: {email}");
        await transport.SendAsync(email);
    }
}

internal sealed class AsyncLocalMapLog(LogLines lines, AmbientMap context)
{
    public void Info(string message) => lines.Write(context.Get("requestId") as string, message);
}
