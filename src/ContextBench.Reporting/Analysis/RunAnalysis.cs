using ContextBench.Handlers;
using ContextBench.Measurement.Machine;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Runs;

namespace ContextBench.Reporting.Analysis;

/// <summary>
/// Turns a run's observations into what its reports say; the same observations always give the same report.
/// </summary>
public static class RunAnalysis
{
    /// <summary>Analyses a run.</summary>
    /// <param name="environment">The run's manifest.</param>
    /// <param name="observations">Its observations.</param>
    /// <param name="micro">Its micro-benchmarks.</param>
    /// <param name="baseline">What the others are compared with; the catalogue's baseline where it is null.</param>
    public static RunReport Of(
        EnvironmentManifest environment, IEnumerable<Observation> observations, MicroReport micro,
        string? baseline = null)
    {
        var all = observations.ToArray();
        return new RunReport(
            environment,
            [.. environment.Plan.Tiers.Select(
                tier => Of(environment, tier, all, baseline ?? VariantCatalogue.Baseline.Name))],
            micro)
        {
            Collector = CollectorOf(all),
        };
    }

    private static string? CollectorOf(IEnumerable<Observation> observations)
    {
        string[] modes =
            [.. observations.OfType<LaunchObservation>().Select(launch => launch.GcMode).OfType<string>().Distinct()];
        return modes.Length == 0 ? null : string.Join(" and ", modes);
    }

    private static TierReport Of(
        EnvironmentManifest environment, TierPlan tier, IReadOnlyCollection<Observation> observations,
        string baseline) => environment.Plan.Load switch
        {
            { Arms: not null } => new ArmAnalysis(environment, tier, observations, baseline).Report(),
            { OpenLoop: not null } => new OpenLoopAnalysis(environment, tier, observations, baseline).Report(),
            _ => new TierAnalysis(environment, tier, observations, baseline).Report(),
        };
}
