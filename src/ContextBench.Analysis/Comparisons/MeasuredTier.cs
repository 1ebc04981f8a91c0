namespace ContextBench.Analysis.Comparisons;

/// <summary>A tier of a run, the run's observations, and what is compared with what.</summary>
internal sealed record MeasuredTier(
    EnvironmentManifest Environment, TierPlan Tier, IReadOnlyCollection<Observation> Observations, Contrast Contrast);
