using ContextBench.Analysis.History;

namespace ContextBench.Analysis.Tests.History;

/// <summary>A/A results made by hand, on the machine of <see cref="SyntheticRun"/>.</summary>
internal static class SyntheticHistory
{
    private const double HalfWidth = 0.2;

    public static ControlResult Result(double percent, double halfWidth, string tier = "kestrel") => new()
    {
        Run = "root/run",
        StartedAt = DateTimeOffset.UnixEpoch,
        Profile = "quick",
        Cpu = "Example CPU",
        Processors = 2,
        Tier = tier,
        Launches = 8,
        Percent = percent,
        Low = percent - halfWidth,
        High = percent + halfWidth,
    };

    /// <summary>Results of a run each, the first of them beyond 0 by half as much again as their half-width.</summary>
    public static IEnumerable<ControlResult> Runs(string tier, int excluding, int of) =>
        Enumerable.Range(0, of).Select(run =>
            Result(run < excluding ? 1.5 * HalfWidth : ((run % 3) - 1) * HalfWidth / 2, HalfWidth, tier) with
            {
                Run = $"root/{run:00}",
                StartedAt = DateTimeOffset.UnixEpoch.AddHours(run),
            });
}
