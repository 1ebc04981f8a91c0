namespace ContextBench.Analysis.Comparisons;

/// <summary>How many launches of a tier were planned, finished and count.</summary>
/// <param name="tier">What was planned.</param>
/// <param name="observations">All observations of the run.</param>
/// <param name="counted">How many count.</param>
internal sealed class LaunchTally(TierPlan tier, IEnumerable<Observation> observations, int counted)
{
    /// <summary>The records of the launches that were finished, in order, those that failed among them.</summary>
    public IReadOnlyList<LaunchObservation> Finished { get; } =
        [.. observations.OfType<LaunchObservation>().Where(launch => launch.Tier == tier.Tier)];

    public IEnumerable<Warning> Warnings()
    {
        var incomplete = Finished.Count(record => record.Fault is null) - counted;
        if (incomplete > 0)
            yield return Warning.Incomplete(incomplete, Finished.Count);
        if (Finished.Count < tier.Launches)
            yield return Warning.Unfinished(Finished.Count, tier.Launches);
    }
}
