namespace ContextBench.Analysis.Results;

/// <summary>What one launch says of a candidate in a metric.</summary>
/// <param name="Launch">The launch's number within its tier, from 1.</param>
/// <param name="Seed">The launch's seed.</param>
/// <param name="Candidate">The candidate.</param>
/// <param name="Metric">See <see cref="Results.Metric"/>.</param>
/// <param name="Estimate">The launch's estimate.</param>
public sealed record LaunchValue(int Launch, int Seed, string Candidate, string Metric, LaunchEstimate Estimate);
