namespace ContextBench.Workloads.Now;

/// <summary>The server's clock, as a request reads it.</summary>
public static class ServerTime
{
    /// <summary>The time, in ms since 1970: 13 digits from 2001 to 2286, so that answers have one length.</summary>
    public static long Now => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
}
