namespace ContextBench.Cli.Calibrations;

/// <summary>Plans the runs of a calibration: short ones, each with all injected costs as its arms.</summary>
/// <param name="seed">The calibration's seed.</param>
/// <param name="launches">Launches of a run; null for those of about a minute on its tier.</param>
/// <param name="command">The command that does the same again.</param>
internal sealed class CalibrationPlanner(int seed, int? launches, string command)
{
    private const double MostWarmUpSeconds = 15;

    // From the least that a bare call can be given to an injected cost of a request over HTTP; close together where
    // the processor stops doing the work beside what surrounds it.
    private static readonly double[] PilotUs = [0.004, 0.01, 0.013, 0.016, 0.02, 0.05, 0.2, 1];

    /// <summary>The arms of a pilot: the baseline and some amounts of work, in µs as they are asked for.</summary>
    public static IReadOnlyList<string> PilotVariants { get; } =
    [
        Study.Baseline.Name, Study.Control.Name,
        .. PilotUs.Select(us => WithCost($"{Text(us)}us")),
    ];

    /// <summary>Launches of a run of about a minute, on a tier.</summary>
    /// <param name="tier">The tier's name.</param>
    public static int LaunchesOf(string tier) => tier == "handler" ? 8 : 6;

    /// <summary>What a run does on a tier.</summary>
    /// <param name="tier">The tier's name.</param>
    public TierPlan TierOf(string tier) => Profile.Quick.Of(tier) with
    {
        Launches = launches ?? LaunchesOf(tier),
        MeasureSeconds = tier switch
        {
            "handler" => 1.2,
            "in-memory" => 1.5,
            _ => 3.6,
        },
        MostWarmUpSeconds = MostWarmUpSeconds,
    };

    /// <summary>A run that finds out what a baseline's request and a µs of work cost on a tier.</summary>
    /// <param name="tier">The tier's name.</param>
    public RunPlan Pilot(string tier) => PlanOf(
        TierOf(tier) with { Launches = 3, MeasureSeconds = 1 }, PilotVariants, new LoadPlan(), run: 0);

    /// <summary>A run with every cost.</summary>
    /// <param name="tier">The tier's name.</param>
    /// <param name="run">The run's number within its tier, from 1.</param>
    /// <param name="pilot">What the pilot found.</param>
    public RunPlan Run(string tier, int run, CalibrationPilot pilot) => PlanOf(
        TierOf(tier),
        [
            Study.Baseline.Name,
            Study.Control.Name,
            .. pilot.WorkUsFor(KnownCosts.WorkPercents).Select(us => WithCost($"{Text(us)}us")),
            .. KnownCosts.Bytes.Select(bytes => WithCost($"{bytes}B")),
            WithCost($"{Text(KnownCosts.RarePercent)}%of{Text(pilot.RareUs)}us"),
        ],
        new LoadPlan(), run) with
    { WorkSpeed = pilot.WorkSpeed };

    /// <summary>A run of allocated bytes alone, in one of the residencies.</summary>
    /// <param name="residency">Where the variants live.</param>
    public RunPlan Bytes(Residency residency) => PlanOf(
        TierOf("kestrel") with
        {
            // Processes apart are the coarser of the two by far.
            Launches = launches ?? (residency == Residency.Apart ? 14 : 4),
            MeasureSeconds = 4,
            SliceOperations = residency == Residency.Apart
                ? LoadPlanner.ApartSliceOperations : TierOf("kestrel").SliceOperations,
        },
        [
            Study.Baseline.Name,
            Study.Control.Name,
            .. KnownCosts.Bytes.Append(KnownCosts.ManyBytes).Select(bytes => WithCost($"{bytes}B")),
        ],
        new LoadPlan { Residency = residency }, run: 0);

    private RunPlan PlanOf(TierPlan tier, IReadOnlyList<string> variants, LoadPlan load, int run) =>
        ArticlePlan.Of("calibrate", tier, Study.FactsOf(variants), seed + run, command) with { Load = load };

    private static Study Study => StudyCatalogue.Default;

    private static string WithCost(string cost) => Study.BaselineWith(cost);

    private static string Text(double value) => value.ToString("0.####");
}
