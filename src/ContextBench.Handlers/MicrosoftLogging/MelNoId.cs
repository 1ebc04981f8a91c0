using ContextBench.Workloads;
using ContextBench.Workloads.Emails;
using Microsoft.Extensions.Logging;

namespace ContextBench.Handlers.MicrosoftLogging;

/// <summary>The id is made and dropped, and no line carries it: what correlation itself costs.</summary>
internal sealed class MelNoIdHandler(RequestIds ids, ILogger logger, MelNoIdEmailService emailService, int depth)
    : RequestHandler<EmailRequest>
{
    public static RequestHandler Create(RequestServices services)
    {
        var logger = MelLines.CreateLogger(services.Lines);
        return new MelNoIdHandler(
            services.Ids, logger, new MelNoIdEmailService(logger, EmailTransport.Of(services)),
            services.Workload.Depth);
    }

    public override async Task HandleAsync(EmailRequest request)
    {
        _ = ids.Next();
        MelNoIdLog.StartProcessing(logger);
        foreach (var email in request.Emails!)
            await emailService.SendAsync(email!, depth);
    }
}

internal sealed class MelNoIdEmailService(ILogger logger, EmailTransport transport)
{
    public async Task SendAsync(string email, int depth)
    {
        if (depth > 0)
        {
            await SendAsync(email, depth - 1);
            return;
        }

        MelNoIdLog.SendEmail(logger, email);
        await transport.SendAsync(email);
    }
}

internal static partial class MelNoIdLog
{
    [LoggerMessage(1, LogLevel.Information, "Start processing")]
    public static partial void StartProcessing(ILogger logger);

    [LoggerMessage(2, LogLevel.Information, "Send email: {Email}")]
    public static partial void SendEmail(ILogger logger, string email);
}
