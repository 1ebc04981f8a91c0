namespace ContextBench.Cli.Options;

/// <summary>Plans how load is made and counted, and what follows for the tier.</summary>
internal static class LoadPlanner
{
    private const int DefaultSeconds = 2;
    private const int DefaultWindowSeconds = 1;
    private const int ArmWarmUpSeconds = 2;

    /// <summary>Operations of a slice apart.</summary>
    // Long, so that a slice pays for what its process causes and little for the change from one process to another.
    public const int ApartSliceOperations = 1024;
    private const double ApartMostWarmUpSeconds = 30;

    /// <summary>Connections of an open loop, unless told.</summary>
    public const int OpenLoopConnections = 16;
    private const int OpenLoopVariants = 3; // unless told

    /// <summary>Plans it.</summary>
    /// <param name="options">The options.</param>
    /// <param name="result">The parsed command line.</param>
    public static LoadPlan Plan(RunOptions options, ParseResult result)
    {
        var engine = result.GetValue(options.Engine)!;
        var seconds = result.GetValue(options.Seconds);
        return new LoadPlan
        {
            Engine = engine,
            Residency = result.GetValue(options.Residency),
            Arms = engine == EngineNames.Paired
                ? null
                : new ArmPlan(seconds ?? DefaultSeconds, ArmWarmUpSeconds, result.GetValue(options.Threads) ?? 1),
            OpenLoop = RunOptions.WasWritten(result, options.Rate)
                ? new OpenLoopPlan(result.GetValue(options.Rate), seconds ?? DefaultWindowSeconds)
                : null,
        };
    }

    /// <summary>Whether all connections are kept busy by slices, whose length decides how many they are.</summary>
    public static bool IsInSlices(LoadPlan load) => load is { Arms: null, OpenLoop: null };

    /// <summary>Why a run measures kestrel alone, as the option that says so; null where it need not.</summary>
    public static string? ReasonForKestrelAlone(LoadPlan load) => load switch
    {
        { Arms: not null } => $"--engine {load.Engine}",
        { OpenLoop: not null } => "--rate",
        { Residency: Residency.Apart } => "--residency apart",
        _ => null,
    };

    /// <summary>The tier of a profile as this load needs it, before what was written for it is heeded.</summary>
    public static TierPlan Adjusted(LoadPlan load, TierPlan tier) => load switch
    {
        { Residency: Residency.Apart } => tier with
        {
            Launches = 2 * tier.Launches,
            SliceOperations = ApartSliceOperations,
            MostWarmUpSeconds = ApartMostWarmUpSeconds,
        },
        { Arms: { } arms } => tier with { Connections = Math.Max(tier.Connections, arms.Threads) },
        { OpenLoop: { } openLoop } => tier with
        {
            Connections = OpenLoopConnections,
            MeasureSeconds = Math.Ceiling(tier.MeasureSeconds)
                * openLoop.WindowSeconds * OpenLoopVariants,
        },
        _ => tier,
    };
}
