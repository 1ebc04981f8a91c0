namespace ContextBench.Reporting.Certificates;

/// <summary>
/// One dose in all runs of a tier. In percent of what each run's baseline costs it is never quite the same.
/// </summary>
/// <param name="Doses">The dose in each run, in the order of the runs.</param>
internal sealed record DoseGroup(IReadOnlyList<DoseResult> Doses)
{
    /// <summary>The axis on which doses are laid out, in percent.</summary>
    public static AsinhScale Scale { get; } = new(0.3);

    /// <summary>The middle of what was injected, in percent.</summary>
    public double Percent => Median.Of(Doses.Select(dose => dose.InjectedPercent));

    /// <summary>Where a run's point stands among those of the others, from -0.5 to 0.5, so that all are seen.</summary>
    /// <param name="run">The run, from 0.</param>
    public double Beside(int run) => ((run + 0.5) / Doses.Count) - 0.5;

    /// <summary>Finds the doses of a tier, the smallest first.</summary>
    /// <param name="doses">All doses of all runs, run by run.</param>
    public static IReadOnlyList<DoseGroup> Of(IEnumerable<DoseResult> doses) =>
    [
        .. doses
            .GroupBy(dose => dose.NominalPercent)
            .OrderBy(group => group.Key)
            .Select(group => new DoseGroup([.. group])),
    ];
}
