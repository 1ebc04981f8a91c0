using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Runs;

namespace ContextBench.Reporting.Analysis;

/// <summary>How many launches of a tier were planned, finished, failed and count.</summary>
/// <param name="tier">What was planned.</param>
/// <param name="records">The launches' own records, in order.</param>
/// <param name="counted">How many count.</param>
internal sealed class LaunchTally(TierPlan tier, IReadOnlyList<LaunchObservation> records, int counted)
{
    private readonly LaunchObservation[] _faulted = [.. records.Where(record => record.Fault is not null)];

    public bool HasFaults => _faulted.Length > 0;

    // A run that ends with that many faults in a row was given up.
    public bool IsGivenUp =>
        records.Count >= Runner.MostFaultsInARow
        && records.TakeLast(Runner.MostFaultsInARow).All(record => record.Fault is not null);

    public IEnumerable<Warning> Warnings()
    {
        if (HasFaults)
            yield return Warning.Faulted(_faulted.Length, records.Count, _faulted[^1].Fault!);
        var incomplete = records.Count - _faulted.Length - counted;
        if (incomplete > 0)
            yield return Warning.Incomplete(incomplete, records.Count);
        if (records.Count < tier.Launches)
            yield return Warning.Unfinished(records.Count, tier.Launches);
    }
}
