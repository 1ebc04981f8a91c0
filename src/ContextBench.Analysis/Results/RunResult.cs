namespace ContextBench.Analysis.Results;

/// <summary>What a run says.</summary>
/// <param name="Environment">What was measured, on what.</param>
/// <param name="Tiers">Every tier that was planned.</param>
public sealed record RunResult(EnvironmentManifest Environment, IReadOnlyList<TierResult> Tiers)
{
    /// <summary>What the micro-benchmarks say: every candidate in time and allocated bytes.</summary>
    public IReadOnlyList<Comparison> Micro { get; init; } = [];

    /// <summary>The tiers, the one nearest to what a team runs first.</summary>
    public IEnumerable<TierResult> NearestFirst => Tiers.Reverse();

    /// <summary>The tier nearest to what a team runs that has an answer; null where none has.</summary>
    public TierResult? Nearest => NearestFirst.FirstOrDefault(tier => tier.Headline is not null);

    /// <summary>
    /// The collector's mode, as the launches reported it; null where they do not. More than one where they differ.
    /// </summary>
    public string? Collector { get; init; }

    /// <summary>The runtime, and its collector where the launches or the manifest tell it.</summary>
    public string RuntimeAndCollector => (Collector ?? Environment.GcMode) is { } mode
        ? $"{Environment.Runtime}, {mode} collector"
        : Environment.Runtime;

    /// <summary>Every comparison, those of the micro-benchmarks last.</summary>
    public IEnumerable<Comparison> Comparisons =>
        Tiers.SelectMany(tier => tier.Comparisons).Concat(Micro);

    /// <summary>Whether a validity check fired anywhere.</summary>
    public bool IsInvalid => Tiers.Any(tier => tier.IsInvalid);
}
