using ContextBench.Workloads;
using ContextBench.Workloads.Emails;
using ContextBench.Workloads.Logging;

namespace ContextBench.Handlers.Lines;

/// <summary>The id is made and dropped, and no line carries it: what correlation itself costs.</summary>
internal sealed class NoIdHandler(RequestIds ids, NoIdLog log, NoIdEmailService emailService, int depth)
    : RequestHandler<EmailRequest>
{
    public static RequestHandler Create(RequestServices services)
    {
        var log = new NoIdLog(services.Lines);
        return new NoIdHandler(
            services.Ids, log, new NoIdEmailService(log, EmailTransport.Of(services)), services.Workload.Depth);
    }

    public override async Task HandleAsync(EmailRequest request)
    {
        _ = ids.Next();
        log.Info("Start processing");
        foreach (var email in request.Emails!)
            await emailService.SendAsync(email!, depth);
    }
}

internal sealed class NoIdEmailService(NoIdLog log, EmailTransport transport)
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

internal sealed class NoIdLog(LogLines lines)
{
    public void Info(string message) => lines.Write(null, message);
}
