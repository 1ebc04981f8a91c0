using ContextBench.Analysis.Machines;

namespace ContextBench.Cli;

/// <summary>
/// What is known of the instrument on a machine: its calibration, and the history of its A/A results.
/// </summary>
/// <param name="layout">Where they are.</param>
/// <param name="skipped">Takes each place that cannot be read.</param>
internal sealed class InstrumentRecord(RepositoryLayout layout, Action<string> skipped)
{
    /// <summary>That of the checkout that this program was built in.</summary>
    /// <param name="error">Takes a line for each place that cannot be read.</param>
    public static InstrumentRecord Here(TextWriter error) =>
        new(RepositoryLayout.Find(AppContext.BaseDirectory), new SkippedPlaces(error).Say);

    /// <summary>What a run says, with it, and how the run stands beside those that were published.</summary>
    public RunReport ReportOf(RunResult result) =>
        new(HistoryWarnings.AddTo(result, HistoryOf(result.Environment.Plan.Study)))
        {
            Calibration = CalibrationOf(result),
            Standing = MachineStanding.Of(
                result, PublishedResult.ReadAll(layout.Results, layout.LocalResults, skipped)),
        };

    private IReadOnlyList<ControlResult> HistoryOf(StudyFacts study) => ControlResult.ReadPublished(
        layout.Results, layout.LocalResults, Workload.Article.Facts.Describe(), study.Baseline, skipped);

    /// <summary>The calibration of a run's machine.</summary>
    public CalibrationNote CalibrationOf(RunResult result) => CalibrationNote.Of(
        KeptCalibrations.Find(layout.Results, result.Environment, skipped), result, Workload.Article.Facts);
}
