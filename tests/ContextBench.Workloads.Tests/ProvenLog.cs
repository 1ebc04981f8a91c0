using ContextBench.Workloads.Emails;

namespace ContextBench.Workloads.Tests;

/// <summary>What a variant logs under counted ids.</summary>
internal static class ProvenLog
{
    public static async Task<byte[]> LogOf(this HandlerHost host, string variant, params EmailRequest[] requests)
    {
        host.StartProof();
        foreach (var request in requests)
            await RequestHandler.Dispatch(host[variant], request);
        return host.EndProof();
    }
}
