namespace ContextBench.Handlers;

/// <summary>How the send of an email completes.</summary>
public enum SendMode
{
    /// <summary>At once, on the caller's thread.</summary>
    Sync,

    /// <summary>After a yield to the thread pool: the least that a truly asynchronous send does.</summary>
    Yield,

    /// <summary>After a timer of 1 ms.</summary>
    Delay,
}

/// <summary>Where log lines go.</summary>
public enum SinkKind
{
    /// <summary>Formatted, counted and dropped: the least that a logger can cost.</summary>
    Null,

    /// <summary>Written to standard output, as in the article.</summary>
    Console,
}

/// <summary>What a request does.</summary>
/// <param name="Emails">
/// Number of emails, 0 to <see cref="EmailRequest.MaxEmails"/>; a request logs one line more.
/// </param>
/// <param name="Send">How the send of an email completes.</param>
/// <param name="WorkMicroseconds">Extra CPU work per request, in µs of the core's time; 0 for none.</param>
/// <param name="Sink">Where the log lines go.</param>
public sealed record Workload(int Emails, SendMode Send, double WorkMicroseconds, SinkKind Sink)
{
    /// <summary>The article's request: three emails, each send asynchronous, nothing else.</summary>
    public static Workload Article { get; } = new(3, SendMode.Yield, 0, SinkKind.Null);

    /// <summary>The request that carries this workload, the same for every variant.</summary>
    public EmailRequest CreateRequest() =>
        new([.. Enumerable.Range(0, Emails).Select(i => $"user{i:D3}@example.com")]);
}
