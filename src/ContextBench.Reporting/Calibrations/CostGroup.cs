namespace ContextBench.Reporting.Calibrations;

/// <summary>
/// One cost in all runs of a tier. In percent of what each run's baseline costs it is never quite the same.
/// </summary>
/// <param name="Costs">The cost in each run, in the order of the runs.</param>
internal sealed record CostGroup(IReadOnlyList<RecoveredCost> Costs)
{
    /// <summary>The axis on which costs are laid out, in percent.</summary>
    public static AsinhScale Scale { get; } = new(0.3);

    /// <summary>The middle of what was injected, in percent.</summary>
    public double Percent => Median.Of(Costs.Select(cost => cost.InjectedPercent));

    /// <summary>Where a run's point stands among those of the others, from -0.5 to 0.5, so that all are seen.</summary>
    /// <param name="run">The run, from 0.</param>
    public double Beside(int run) => ((run + 0.5) / Costs.Count) - 0.5;

    /// <summary>Finds the costs of a tier, the smallest first.</summary>
    /// <param name="costs">All injected costs of all runs, run by run.</param>
    public static IReadOnlyList<CostGroup> Of(IEnumerable<RecoveredCost> costs) =>
    [
        .. costs
            .GroupBy(cost => cost.NominalPercent)
            .OrderBy(group => group.Key)
            .Select(group => new CostGroup([.. group])),
    ];
}
