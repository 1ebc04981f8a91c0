namespace ContextBench.Measurement.Observations;

/// <summary>
/// A launch as a whole; written after its batches. A launch without one did not finish and is not counted.
/// </summary>
/// <remarks>
/// With an open loop it is written after its windows (<see cref="WindowObservation"/>): a block is then a round of
/// windows, one of every variant, and a slice is a window.
/// </remarks>
public sealed record LaunchObservation : Observation
{
    /// <summary>The tier.</summary>
    public required string Tier { get; init; }

    /// <summary>The launch's number within its tier, from 1.</summary>
    public required int Launch { get; init; }

    /// <summary>The launch's seed.</summary>
    public required int Seed { get; init; }

    /// <summary>What was wrong with the launch, in one line, or null: a launch with a fault is not counted.</summary>
    public string? Fault { get; init; }

    /// <summary>When the launch started.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>
    /// The collector's mode of the processes under test, as they reported it; null on a runtime that does not tell, and
    /// in runs of early versions.
    /// </summary>
    public string? GcMode { get; init; }

    /// <summary>The variants, in the order of every array by variant.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>Operations per slice; with an open loop, requests in each window.</summary>
    public int SliceOperations { get; init; }

    /// <summary>Connections that carried the requests; 1 on a tier without connections.</summary>
    public int Connections { get; init; }

    /// <summary>The lower quartile of the slices of each warm-up round, in ns per operation.</summary>
    public IReadOnlyList<long> WarmUpRoundsNs { get; init; } = [];

    /// <summary>Methods compiled since the process under test started, at the end of each warm-up round.</summary>
    public IReadOnlyList<long> WarmUpCompiledMethods { get; init; } = [];

    /// <summary>How long warming up took, in s.</summary>
    public double WarmUpSeconds { get; init; }

    /// <summary>Whether slices were steady when warming up ended.</summary>
    public bool Steady { get; init; }

    /// <summary>Number of blocks; with an open loop, of rounds.</summary>
    public int Blocks { get; init; }

    /// <summary>
    /// Elapsed time of all slices, in ns; with an open loop that of all windows, from the start of each to its last
    /// response: it follows from the rate, and does not say how fast the process under test is.
    /// </summary>
    public long SliceElapsedNs { get; init; }

    /// <summary>
    /// CPU time of the process under test in all slices or windows, in ns; null where the target has no clock of it,
    /// and 0 in the record of a launch that failed.
    /// </summary>
    public long? SliceCpuNs { get; init; } = 0;

    /// <summary>
    /// CPU time of the launch's own process while blocks ran, in ns: the generator's, where there is one. With an open
    /// loop the generator spins, so that it is all of the time and does not say what a request costs the generator.
    /// </summary>
    public long GeneratorCpuNs { get; init; }

    /// <summary>
    /// The share of the machine's time stolen by a hypervisor while blocks ran, 0 to 1; null where not known.
    /// </summary>
    public double? StealShare { get; init; }

    /// <summary>
    /// What the processes under test used while blocks ran; null on a runtime that does not count it.
    /// </summary>
    public RuntimeCounters? Runtime { get; init; }

    /// <summary>
    /// For each variant, what the allocation phase counted; none on a runtime that does not count it, and none with an
    /// open loop.
    /// </summary>
    public IReadOnlyList<AllocationObservation> Allocations { get; init; } = [];

    /// <summary>
    /// For each variant, its latencies while blocks ran; null on a tier that does not record them. With an open loop
    /// they are those of all its windows, and count from the moment at which each request was due.
    /// </summary>
    public IReadOnlyList<LatencySummary?> Latencies { get; init; } = [];

    /// <summary>
    /// For each variant, how long its extra work took while blocks ran; none where no variant has an injected cost.
    /// </summary>
    public IReadOnlyList<WorkTime> WorkTimes { get; init; } = [];

    /// <summary>
    /// The extra work that made a request of the baseline as expensive as <see cref="RunPlan.BaselineCpuUs"/>, in µs:
    /// the latest, since it is corrected after each batch. Null where the workload says how much work there is.
    /// </summary>
    public double? ExtraWorkUs { get; init; }

    /// <summary>Number of operations in all slices.</summary>
    [JsonIgnore]
    public long Operations => (long)Blocks * Variants.Count * SliceOperations;

    /// <summary>The record of a launch of which nothing is known yet.</summary>
    /// <param name="plan">What the launch was to do.</param>
    public static LaunchObservation Of(LaunchPlan plan) =>
        new() { Tier = plan.Tier.Tier, Launch = plan.Launch, Seed = plan.Seed };
}
