using ContextBench.Analysis.Machines;
using ContextBench.Analysis.Micro;

namespace ContextBench.Reporting.Runs;

/// <summary>All that the report of a run says.</summary>
/// <param name="Result">What the run says.</param>
public sealed record RunReport(RunResult Result)
{
    /// <summary>What is known of this instrument on the run's machine.</summary>
    public CalibrationNote Calibration { get; init; } = CalibrationNote.None;

    /// <summary>How the run stands beside those that were published.</summary>
    public MachineStanding Standing { get; init; } = MachineStanding.None;

    /// <summary>The micro-benchmarks.</summary>
    public MicroResults Micro { get; init; } = new([]);

    /// <summary>Those of old runs, whose files do not say what their launches are.</summary>
    public IReadOnlyList<GithubReport> OldMicro { get; init; } = [];

    /// <summary>What was measured, on what.</summary>
    public EnvironmentManifest Environment => Result.Environment;
}
