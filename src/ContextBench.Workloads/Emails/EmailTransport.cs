namespace ContextBench.Workloads.Emails;

/// <summary>Hands an email over to the outside world; here it only completes as a real one would.</summary>
public abstract class EmailTransport
{
    /// <summary>Sends to one address.</summary>
    /// <param name="address">The address.</param>
    /// <returns>A task that ends when the email is sent.</returns>
    public abstract Task SendAsync(string address);

    /// <summary>The transport that all variants of a process share.</summary>
    /// <param name="services">What they share.</param>
    public static EmailTransport Of(RequestServices services) =>
        services.Shared(workload => Create(((EmailWorkload)workload).Send));

    /// <summary>The transport whose sends complete in the given way.</summary>
    /// <param name="mode">How a send completes.</param>
    public static EmailTransport Create(SendMode mode) => mode switch
    {
        SendMode.Sync => new SyncTransport(),
        SendMode.Yield => new YieldTransport(),
        SendMode.Delay => new DelayTransport(),
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "unknown way to send"),
    };

    private sealed class SyncTransport : EmailTransport
    {
        public override Task SendAsync(string address) => Task.CompletedTask;
    }

    private sealed class YieldTransport : EmailTransport
    {
        public override async Task SendAsync(string address) => await Task.Yield();
    }

    private sealed class DelayTransport : EmailTransport
    {
        public override Task SendAsync(string address) => Task.Delay(1);
    }
}
