namespace ContextBench.Measurement.Plans;

/// <summary>Everything that a run is told, decided before anything is measured.</summary>
public sealed record RunPlan
{
    /// <summary>The profile's name: <c>smoke</c>, <c>quick</c> or <c>full</c>.</summary>
    public required string Profile { get; init; }

    /// <summary>The tiers, in the order in which they are measured.</summary>
    public required IReadOnlyList<TierPlan> Tiers { get; init; }

    /// <summary>What is compared with what, the baseline first.</summary>
    public required StudyFacts Study { get; init; }

    /// <summary>
    /// Whether a variant has a <see cref="InjectedCost"/>: all of the run's are then wrapped alike, and cost a little
    /// more, in whatever process they live.
    /// </summary>
    [JsonIgnore]
    public bool HasInjectedCosts => Study.Names.Any(InjectedCost.IsIn);

    /// <summary>What a request does.</summary>
    public required WorkloadFacts Workload { get; init; }

    /// <summary>
    /// The body of every request, the same for all variants: JSON in UTF-8. It follows from the workload, so a run's
    /// files do without it.
    /// </summary>
    [JsonIgnore]
    public byte[] Body { get; init; } = [];

    /// <summary>How load is made and counted.</summary>
    public LoadPlan Load { get; init; } = new();

    /// <summary>
    /// Of a part of a reproduction, what its requests are: <c>article</c>, <c>depth-13</c> or <c>operating-point</c>.
    /// </summary>
    public string? Point { get; init; }

    /// <summary>
    /// What a request of the baseline is to cost, in µs of CPU time, above 0: every launch finds the extra work for it
    /// under load. Null where the workload says how much work there is.
    /// </summary>
    public double? BaselineCpuUs { get; init; }

    /// <summary>
    /// Promises that a request makes, counted by an async hook before the run; null on a runtime that has none.
    /// </summary>
    public double? PromisesPerRequest { get; init; }

    /// <summary>
    /// Iterations of <see cref="CpuWork"/> that take 1 µs, where all launches shall do the same; null for each to
    /// measure them.
    /// </summary>
    public double? WorkSpeed { get; init; }

    /// <summary>The overhead that the reader declares negligible, in percent; above 0.</summary>
    public required double MarginPercent { get; init; }

    /// <summary>What a request of the reader's own takes, in µs, above 0; null where it was not told.</summary>
    public double? RequestUs { get; init; }

    /// <summary>
    /// Half the width of the 95 % interval asked for on the last tier, in percent, for which a pilot finds the number
    /// of launches; null where the number was given.
    /// </summary>
    public double? PrecisionPercent { get; init; }

    /// <summary>The seed of every random choice.</summary>
    public required int Seed { get; init; }

    /// <summary>The command that does the same again, its seed included.</summary>
    public required string Reproduce { get; init; }
}

/// <summary>What a run does on one tier.</summary>
public sealed record TierPlan
{
    /// <summary>The tier's name.</summary>
    public required string Tier { get; init; }

    /// <summary>Number of launches, 2 or more.</summary>
    public required int Launches { get; init; }

    /// <summary>Operations per slice, 1 or more.</summary>
    public required int SliceOperations { get; init; }

    /// <summary>Connections that carry the requests, 1 or more; 1 on a tier without connections.</summary>
    public required int Connections { get; init; }

    /// <summary>
    /// Time for the blocks of a launch, in s; the batch under way when it is over is finished, and
    /// <see cref="LaunchPlan.FewestBatches"/> are run in any case.
    /// With an open loop, time for the rounds of windows: as many as fit, 1 or more.
    /// </summary>
    public required double MeasureSeconds { get; init; }

    /// <summary>The most time for warming up a launch, in s; one that is not steady by then says so.</summary>
    public required double MostWarmUpSeconds { get; init; }

    /// <summary>
    /// The fewest operations of each variant in warming up, as far as that time allows: for a runtime that does not
    /// tell when it has stopped compiling.
    /// </summary>
    public int FewestWarmUpOperations { get; init; }
}
