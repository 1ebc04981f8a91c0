namespace ContextBench.Analysis.History;

/// <summary>What published runs say of the instrument, said in the reports of any run.</summary>
public static class HistoryWarnings
{
    /// <summary>
    /// Warns of the tiers whose published A/A intervals exclude 0 more often than chance allows, on the kind of machine
    /// of this run.
    /// </summary>
    /// <param name="report">What the run says.</param>
    /// <param name="history">The A/A results of published runs; there may be none.</param>
    /// <returns>The same, with the warnings.</returns>
    public static RunResult AddTo(RunResult report, IReadOnlyList<ControlResult> history)
    {
        var standings = HistoryStanding.Of(history.Where(result =>
            result.Cpu == report.Environment.Cpu && result.Processors == report.Environment.Processors));
        return report with { Tiers = [.. report.Tiers.Select(tier => AddTo(tier, standings))] };
    }

    private static TierResult AddTo(TierResult tier, IEnumerable<HistoryStanding> standings) =>
        tier.Load.IsMixed
            && standings.FirstOrDefault(standing => standing.Tier == tier.Plan.Tier) is { IsChance: false } standing
            ? tier with { Warnings = [.. tier.Warnings, WarningOf(standing)] }
            : tier;

    private static Warning WarningOf(HistoryStanding standing) => new(
        "ledger-excludes-zero",
        $"{standing.Excluding} of {standing.Results.Count} A/A intervals of published runs of {standing.Tier} " +
        $"exclude 0, chance allows {standing.MostByChance}: take its intervals for too narrow, and see " +
        "results/ledger.svg (./run-bench.sh ledger)");
}
