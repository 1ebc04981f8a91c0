namespace ContextBench.Analysis.History;

/// <summary>
/// The A/A results of one tier on one kind of machine, and whether chance explains those that exclude 0.
/// </summary>
/// <param name="Tier">The tier.</param>
/// <param name="Cpu">The machine's processor.</param>
/// <param name="Processors">Its number of logical processors.</param>
/// <param name="Results">The results, in the order of the history; one at least.</param>
public sealed record HistoryStanding(string Tier, string Cpu, int Processors, IReadOnlyList<ControlResult> Results)
{
    /// <summary>How many intervals exclude 0.</summary>
    public int Excluding => Results.Count(result => !result.ContainsZero);

    /// <summary>How many of them chance allows to.</summary>
    public int MostByChance => ExclusionCheck.MostByChance(Results.Count);

    /// <summary>Whether no more exclude 0 than chance allows.</summary>
    public bool IsChance => ExclusionCheck.IsChance(Excluding, Results.Count);

    /// <summary>Every tier that has results, from a bare call to HTTP, on every kind of machine.</summary>
    /// <param name="results">The results.</param>
    public static IReadOnlyList<HistoryStanding> Of(IEnumerable<ControlResult> results)
    {
        string[] order = [.. TierCatalogue.All.Select(tier => tier.Name)];
        return
        [
            .. results
                .GroupBy(result => (result.Tier, result.Cpu, result.Processors))
                .Select(group => new HistoryStanding(group.Key.Tier, group.Key.Cpu, group.Key.Processors, [.. group]))
                .OrderBy(standing => (uint)Array.IndexOf(order, standing.Tier)), // those of no tier come last
        ];
    }
}
