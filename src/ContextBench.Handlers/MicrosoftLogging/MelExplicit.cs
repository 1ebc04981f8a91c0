using ContextBench.Workloads;
using ContextBench.Workloads.Emails;
using Microsoft.Extensions.Logging;

namespace ContextBench.Handlers.MicrosoftLogging;

/// <summary>
/// The id is a parameter, handed down through every method to the one that logs, and a value of its line.
/// </summary>
internal sealed class MelExplicitHandler(
    RequestIds ids, ILogger logger, MelExplicitEmailService emailService, int depth)
    : RequestHandler<EmailRequest>
{
    public static RequestHandler Create(RequestServices services)
    {
        var logger = MelLines.CreateLogger(services.Lines);
        return new MelExplicitHandler(
            services.Ids, logger, new MelExplicitEmailService(logger, EmailTransport.Of(services)),
            services.Workload.Depth);
    }

    public override async Task HandleAsync(EmailRequest request)
    {
        var requestId = ids.Next();
        MelExplicitLog.StartProcessing(logger, requestId);
        foreach (var email in request.Emails!)
            await emailService.SendAsync(requestId, email!, depth);
    }
}

internal sealed class MelExplicitEmailService(ILogger logger, EmailTransport transport)
{
    public async Task SendAsync(string requestId, string email, int depth)
    {
        if (depth > 0)
        {
            await SendAsync(requestId, email, depth - 1);
            return;
        }

        MelExplicitLog.SendEmail(logger, requestId, email);
        await transport.SendAsync(email);
    }
}

internal static partial class MelExplicitLog
{
    [LoggerMessage(1, LogLevel.Information, "[{RequestId}] Start processing")]
    public static partial void StartProcessing(ILogger logger, string requestId);

    [LoggerMessage(2, LogLevel.Information, "[{RequestId}] Send email: {Email}")]
    public static partial void SendEmail(ILogger logger, string requestId, string email);
}
