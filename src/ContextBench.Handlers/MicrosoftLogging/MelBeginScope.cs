using ContextBench.Workloads;
using ContextBench.Workloads.Emails;
using Microsoft.Extensions.Logging;

namespace ContextBench.Handlers.MicrosoftLogging;

/// <summary>
/// The id is in a scope around the request, which Microsoft.Extensions.Logging keeps in an AsyncLocal.
/// </summary>
internal sealed class MelBeginScopeHandler(
    RequestIds ids, ILogger logger, MelBeginScopeEmailService emailService, int depth)
    : RequestHandler<EmailRequest>
{
    public static RequestHandler Create(RequestServices services)
    {
        var logger = MelLines.CreateLogger(services.Lines);
        return new MelBeginScopeHandler(
            services.Ids, logger, new MelBeginScopeEmailService(logger, EmailTransport.Of(services)),
            services.Workload.Depth);
    }

    public override async Task HandleAsync(EmailRequest request)
    {
#pragma warning disable CA1848 // the way that most code writes it; a scope that is defined once is another technique
        using var scope = logger.BeginScope("{RequestId}", ids.Next());
#pragma warning restore CA1848
        MelBeginScopeLog.StartProcessing(logger);
        foreach (var email in request.Emails!)
            await emailService.SendAsync(email!, depth);
    }
}

internal sealed class MelBeginScopeEmailService(ILogger logger, EmailTransport transport)
{
    public async Task SendAsync(string email, int depth)
    {
        if (depth > 0)
        {
            await SendAsync(email, depth - 1);
            return;
        }

        MelBeginScopeLog.SendEmail(logger, email);
        await transport.SendAsync(email);
    }
}

internal static partial class MelBeginScopeLog
{
    [LoggerMessage(1, LogLevel.Information, "Start processing")]
    public static partial void StartProcessing(ILogger logger);

    [LoggerMessage(2, LogLevel.Information, "Send email: {Email}")]
    public static partial void SendEmail(ILogger logger, string email);
}
