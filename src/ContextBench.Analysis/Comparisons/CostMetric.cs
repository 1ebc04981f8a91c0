namespace ContextBench.Analysis.Comparisons;

/// <summary>A cost of operations in which candidates are compared with the baseline, launch by launch.</summary>
/// <param name="Name">See <see cref="Metric"/>.</param>
/// <param name="ValueUs">What a variant's operation costs in a launch, in µs.</param>
/// <param name="Estimate">What a launch says of a baseline and a candidate.</param>
internal sealed record CostMetric<TLaunch>(
    string Name,
    Func<TLaunch, string, double> ValueUs,
    Func<TLaunch, string, string, LaunchEstimate> Estimate)
{
    /// <summary>
    /// The plain mean of which `throughput` is made, in µs; null for a metric without such a row.
    /// </summary>
    public Func<TLaunch, string, double>? ServedUs { get; init; }
}
