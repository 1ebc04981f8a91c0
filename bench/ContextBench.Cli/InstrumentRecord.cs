using ContextBench.Analysis.Machines;

namespace ContextBench.Cli;

/// <summary>
/// What is known of the instrument on a machine: its calibration, and the history of its A/A results. What of it cannot
/// be read is left out, and said once.
/// </summary>
/// <param name="error">Takes a line for each place that cannot be read.</param>
internal sealed class InstrumentRecord(TextWriter error)
{
    private readonly RepositoryLayout _layout = RepositoryLayout.Find(AppContext.BaseDirectory);
    private readonly HashSet<string> _skipped = [];
    private readonly Dictionary<string, IReadOnlyList<ControlResult>> _histories = []; // by the study's name

    /// <summary>What a run says, with it, and how the run stands beside those that were published.</summary>
    public RunReport ReportOf(RunResult result) =>
        new(HistoryWarnings.AddTo(result, HistoryOf(result.Environment.Plan.Study)))
        {
            Calibration = CalibrationOf(result),
            Standing = MachineStanding.Of(result, Published),
        };

    // Read once a command, which may report sixty runs.
    private IReadOnlyList<PublishedResult> Published =>
        field ??= PublishedResult.ReadAll(_layout.Results, _layout.LocalResults, SaySkipped);

    private IReadOnlyList<ControlResult> HistoryOf(StudyFacts study) =>
        _histories.TryGetValue(study.Name, out var known)
            ? known
            : _histories[study.Name] = ControlResult.ReadPublished(
                _layout.Results, _layout.LocalResults, ArticlePlan.WorkloadOf(study), study.Baseline, SaySkipped);

    /// <summary>The calibration of a run's machine.</summary>
    public CalibrationNote CalibrationOf(RunResult result) => CalibrationNote.Of(
        KeptCalibrations.Find(_layout.Results, result.Environment, SaySkipped), result, ArticlePlan.Workload.Facts);

    /// <summary>Says that a place under results/ cannot be read.</summary>
    /// <param name="place">The folder or file.</param>
    public void SaySkipped(string place)
    {
        if (_skipped.Add(place))
            error.WriteLine($"run-bench: {place} cannot be read: what is in it is left out");
    }
}
