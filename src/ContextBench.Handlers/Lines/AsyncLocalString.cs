using ContextBench.Context;
using ContextBench.Workloads;
using ContextBench.Workloads.Emails;
using ContextBench.Workloads.Logging;

namespace ContextBench.Handlers.Lines;

/// <summary>The id is a string in an ambient store; only the log reads it.</summary>
internal sealed class AsyncLocalHandler(
    RequestIds ids, AmbientStore<string> requestId, AsyncLocalLog log, AsyncLocalEmailService emailService, int depth)
    : RequestHandler<EmailRequest>
{
    public static RequestHandler Create(RequestServices services)
    {
        var requestId = new AmbientStore<string>();
        var log = new AsyncLocalLog(services.Lines, requestId);
        return new AsyncLocalHandler(
            services.Ids, requestId, log, new AsyncLocalEmailService(log, EmailTransport.Of(services)),
            services.Workload.Depth);
    }

    public override async Task HandleAsync(EmailRequest request)
    {
        using var scope = requestId.Use(ids.Next());
        log.Info("Start processing");
        foreach (var email in request.Emails!)
            await emailService.SendAsync(email!, depth);
    }
}

internal sealed class AsyncLocalEmailService(AsyncLocalLog log, EmailTransport transport)
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

internal sealed class AsyncLocalLog(LogLines lines, AmbientStore<string> requestId)
{
    public void Info(string message) => lines.Write(requestId.Current, message);
}
