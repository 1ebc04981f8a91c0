using BenchmarkDotNet.Reports;

namespace ContextBench.Micro;

/// <summary>What the process says to the one that started it.</summary>
public static class ExitCodes
{
    /// <summary>Every benchmark that was asked for has a result.</summary>
    public const int Done = 0;

    /// <summary>The arguments ask for nothing that there is.</summary>
    public const int BadUsage = 2;

    /// <summary>A benchmark was not built, not run to its end, or refused by a validator.</summary>
    public const int BenchmarkFailed = 3;

    /// <summary>Decides on the exit code; BenchmarkDotNet itself calls a run without any result a success.</summary>
    /// <param name="summaries">What came back, one per class; none where nothing matched the filter.</param>
    public static int Of(IReadOnlyCollection<Summary> summaries) =>
        summaries.Count == 0 ? BadUsage
        : summaries.All(IsComplete) ? Done
        : BenchmarkFailed;

    private static bool IsComplete(Summary summary) =>
        !summary.HasCriticalValidationErrors && summary.Reports.Length > 0 && summary.Reports.All(IsComplete);

    private static bool IsComplete(BenchmarkReport report) =>
        report.Success && report.BuildResult.IsBuildSuccess && report.ResultStatistics is not null;
}
