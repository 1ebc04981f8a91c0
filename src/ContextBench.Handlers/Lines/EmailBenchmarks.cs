using BenchmarkDotNet.Attributes;
using ContextBench.Workloads;
using ContextBench.Workloads.Emails;

namespace ContextBench.Micro;

/// <summary>A study whose requests send emails.</summary>
public abstract class EmailBenchmarks : StudyBenchmarks
{
    private const int ArticleLogLines = 4;

    /// <summary>Log lines of a request.</summary>
    [Params(
        1, // the request ends without yielding, so the context is entered, read once and left
        ArticleLogLines, // bytes and microseconds compare with those of the other tiers
        10)] // nine yields to the thread pool with the context flowing through each
    public int LogLines { get; set; }

    protected override int QuickSize => ArticleLogLines;

    protected override Workload Workload => EmailWorkload.OfLines(LogLines);
}
