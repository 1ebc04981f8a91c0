using ContextBench.Workloads.Emails;

namespace ContextBench.Workloads.Tests;

/// <summary>What a variant that sends emails logs under counted ids.</summary>
internal static class ProvenLog
{
    public static async Task<byte[]> LogOf(this HandlerHost host, string variant, params EmailRequest[] requests)
    {
        host.StartProof();
        foreach (var request in requests)
            await host[variant].HandleAsync(request);
        return host.EndProof();
    }

    /// <summary>Has a handler of emails handle a request.</summary>
    public static Task HandleAsync(this RequestHandler handler, EmailRequest request) =>
        RequestHandler.Dispatch((RequestHandler<EmailRequest>)handler, request);
}
