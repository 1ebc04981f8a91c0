namespace ContextBench.Cli.Options;

/// <summary>Plans how load is made and counted, and what follows for the tier.</summary>
/// <param name="options">The options.</param>
internal sealed class LoadPlanner(RunOptions options)
{
    private const int DefaultSeconds = 2;
    private const int DefaultWindowSeconds = 1;
    private const int ArmWarmUpSeconds = 2;
    private const int MostSeconds = 3600;
    private const int MostThreads = 64;
    private const double MostRate = 1_000_000;
    private const double FewestRequests = 1_000; // ten of them beyond the 99th percentile

    /// <summary>Operations of a slice apart.</summary>
    // Long, so that a slice pays for what its process causes and little for the change from one process to another.
    public const int ApartSliceOperations = 1024;
    private const double ApartMostWarmUpSeconds = 30;

    /// <summary>Connections of an open loop, unless told.</summary>
    public const int OpenLoopConnections = 16;
    private const int OpenLoopVariants = 3; // unless told

    /// <summary>Plans it.</summary>
    /// <exception cref="UsageException">An option is wrong, or two contradict each other.</exception>
    public LoadPlan Plan(ParseResult result)
    {
        var engine = Nearest.Require("engine", result.GetValue(options.Engine)!, EngineNames.All);
        var residency =
            Nearest.Require("residency", result.GetValue(options.Residency)!, ["together", "apart"]) == "apart"
                ? Residency.Apart
                : Residency.Together;
        var isOpenLoop = RunOptions.WasWritten(result, options.Rate);
        var asked = new AskedLoad(engine, residency, isOpenLoop);
        if (options.Contradictions.FirstOrDefault(it => it.Applies(result, asked)) is { } contradiction)
            throw new UsageException(contradiction.Message(asked));

        int? seconds = result.GetValue(options.Seconds) is { } window
            ? CommonOptions.Within("--seconds", window, 1, MostSeconds, $"1 to {MostSeconds} whole seconds")
            : null;
        var threads = CommonOptions.Within(
            "--threads", result.GetValue(options.Threads) ?? 1, 1, MostThreads, $"1 to {MostThreads} threads");
        RequireConnections(result, engine, threads);
        if (isOpenLoop)
            RequireRequests(result, seconds ?? DefaultWindowSeconds);

        return new LoadPlan
        {
            Engine = engine,
            Residency = residency,
            Arms = engine == EngineNames.Paired
                ? null
                : new ArmPlan(seconds ?? DefaultSeconds, ArmWarmUpSeconds, threads),
            OpenLoop = isOpenLoop ? new OpenLoopPlan(RateOf(result), seconds ?? DefaultWindowSeconds) : null,
        };
    }

    private void RequireConnections(ParseResult result, string engine, int threads)
    {
        if (engine == EngineNames.Wrk && result.GetValue(options.Connections) is { } connections
            && connections < threads)
        {
            throw new UsageException(
                $"wrk needs a connection a thread: {connections} are too few for {threads} threads");
        }
    }

    private void RequireRequests(ParseResult result, int windowSeconds)
    {
        if (RateOf(result) is { } rate && rate * windowSeconds < FewestRequests)
        {
            throw new UsageException($"a window of {rate * windowSeconds:0} requests tells nothing of p99: " +
                $"use --seconds {Math.Ceiling(FewestRequests / rate):0}");
        }
    }

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

    private double? RateOf(ParseResult result) => result.GetValue(options.Rate) is { } rate
        ? CommonOptions.Within("--rate", rate, 1, MostRate, $"1 to {MostRate:0} requests a second")
        : null;
}
