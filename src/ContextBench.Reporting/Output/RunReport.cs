using ContextBench.Analysis.Machines;
using ContextBench.Reporting.Micro;

namespace ContextBench.Reporting.Output;

/// <summary>All that the reports of a run say.</summary>
/// <param name="Result">What the run says.</param>
public sealed record RunReport(RunResult Result)
{
    /// <summary>What is known of this instrument on the run's machine.</summary>
    public CalibrationNote Calibration { get; init; } = CalibrationNote.None;

    /// <summary>How the run stands beside those that were published.</summary>
    public MachineStanding Standing { get; init; } = MachineStanding.None;

    /// <summary>The micro-benchmarks, a table of each class.</summary>
    public IReadOnlyList<MicroTable> MicroTables { get; init; } = [];

    /// <summary>What was measured, on what.</summary>
    public EnvironmentManifest Environment => Result.Environment;
}
