namespace ContextBench.Workloads.Emails;

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
