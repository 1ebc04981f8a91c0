namespace ContextBench.Workloads.Now;

/// <summary>A request for the time; it takes its answer along, as requests of the article's server do.</summary>
public sealed class NowRequest
{
    /// <summary>The answer: the server's time, in ms since 1970.</summary>
    public long Now { get; set; }
}
