using ContextBench.Measurement.Runs;

namespace ContextBench.Analysis.Validity;

/// <summary>
/// Launches that failed: a server that died, an answer of other bytes, a variant whose log or answer is not the
/// baseline's.
/// </summary>
internal static class FaultCheck
{
    /// <summary>Looks for them.</summary>
    /// <param name="finished">The records of the launches that were finished, in order.</param>
    /// <param name="counted">How many count.</param>
    public static Finding? Of(IReadOnlyList<LaunchObservation> finished, int counted)
    {
        LaunchObservation[] failed = [.. finished.Where(record => record.Fault is not null)];
        return failed.Length == 0
            ? null
            : new Finding(
                Warning.Faulted(failed.Length, finished.Count, failed[^1].Fault!),
                ValidityPolicy.FailedTooOften(failed.Length, finished.Count)
                || counted < OverheadEstimate.FewestLaunches
                || IsGivenUp(finished));
    }

    // A run that ends with that many faults in a row was given up.
    private static bool IsGivenUp(IReadOnlyList<LaunchObservation> finished) =>
        finished.Count >= Runner.MostFaultsInARow
        && finished.TakeLast(Runner.MostFaultsInARow).All(record => record.Fault is not null);
}
