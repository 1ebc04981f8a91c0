using ContextBench.Workloads;
using ContextBench.Workloads.Emails;
using ContextBench.Workloads.Logging;

namespace ContextBench.Handlers.Lines;

/// <summary>The id is a parameter, handed down through every method to the one that logs.</summary>
internal sealed class ClassicHandler(RequestIds ids, ClassicLog log, ClassicEmailService emailService, int depth)
    : RequestHandler<EmailRequest>
{
    public static RequestHandler Create(RequestServices services)
    {
        var log = new ClassicLog(services.Lines);
        return new ClassicHandler(
            services.Ids, log, new ClassicEmailService(log, EmailTransport.Of(services)), services.Workload.Depth);
    }

    public override async Task HandleAsync(EmailRequest request)
    {
        var requestId = ids.Next();
        log.Info(requestId, "Start processing");
        foreach (var email in request.Emails!)
            await emailService.SendAsync(requestId, email!, depth);
    }
}

internal sealed class ClassicEmailService(ClassicLog log, EmailTransport transport)
{
    public async Task SendAsync(string requestId, string email, int depth)
    {
        if (depth > 0)
        {
            await SendAsync(requestId, email, depth - 1);
            return;
        }

        log.Info(requestId, $"Send email: {email}");
        await transport.SendAsync(email);
    }
}

internal sealed class ClassicLog(LogLines lines)
{
    public void Info(string requestId, string message) => lines.Write(requestId, message);
}
