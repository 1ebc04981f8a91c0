namespace ContextBench.Measurement.Plans;

/// <summary>How load is made and counted: the paired engine's closed loop unless told.</summary>
public sealed record LoadPlan
{
    /// <summary>The engine's name in comparisons: <c>paired</c>, <c>wrk</c> or <c>nbomber</c>.</summary>
    public string Engine { get; init; } = EngineNames.Paired;

    /// <summary>Where the variants live.</summary>
    public Residency Residency { get; init; }

    /// <summary>What an engine does that measures one variant after the other; null for the paired one.</summary>
    public ArmPlan? Arms { get; init; }

    /// <summary>Requests at a constant rate, in place of a closed loop; null for the closed loop.</summary>
    public OpenLoopPlan? OpenLoop { get; init; }

    /// <summary>
    /// Whether slices of all variants take turns in one process: the instrument's own way of measuring, of which its
    /// calibration and its history are.
    /// </summary>
    [JsonIgnore]
    public bool IsMixed => this is { Engine: EngineNames.Paired, Residency: Residency.Together, OpenLoop: null };
}

/// <summary>Where the variants of a launch live.</summary>
public enum Residency
{
    /// <summary>
    /// All in one process: slices alternate finely, and what is paid later than its slice is shared between them.
    /// </summary>
    Together,

    /// <summary>
    /// Each in a process of its own, which pays for everything that it causes. Processes of the same code differ for
    /// as long as they live, so it takes more launches.
    /// </summary>
    Apart,
}

/// <summary>Names of engines, as options and <c>comparisons.json</c> have them.</summary>
public static class EngineNames
{
    /// <summary>Slices of all variants in turn: this project's own.</summary>
    public const string Paired = "paired";

    /// <summary>wrk, the article's tool.</summary>
    public const string Wrk = "wrk";

    /// <summary>NBomber.</summary>
    public const string NBomber = "nbomber";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Paired, Wrk, NBomber];
}

/// <summary>What one variant gets from an engine that measures them one after the other.</summary>
/// <param name="Seconds">For how long, in whole s, 1 or more.</param>
/// <param name="WarmUpSeconds">For how long before, in whole s, 1 or more.</param>
/// <param name="Threads">Threads of the load generator, 1 or more.</param>
public sealed record ArmPlan(int Seconds, int WarmUpSeconds, int Threads);

/// <summary>Load at a constant rate.</summary>
/// <param name="RatePerSecond">
/// Requests a second, above 0; null until it is found as half of what the server can take.
/// </param>
/// <param name="WindowSeconds">How long one variant's window is, in s, 1 or more.</param>
public sealed record OpenLoopPlan(double? RatePerSecond, double WindowSeconds);
