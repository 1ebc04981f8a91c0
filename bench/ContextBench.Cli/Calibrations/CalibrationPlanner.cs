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
        TierOf(tier) with { Launches = 3, MeasureSeconds = 1 }, PilotUs.Select(Work), new LoadPlan(), run: 0);

    /// <summary>A run with every cost.</summary>
    /// <param name="tier">The tier's name.</param>
    /// <param name="run">The run's number within its tier, from 1.</param>
    /// <param name="pilot">What the pilot found.</param>
    public RunPlan Run(string tier, int run, CalibrationPilot pilot) => PlanOf(
        TierOf(tier),
        [
            .. pilot.WorkUsFor(KnownCosts.WorkPercents).Select(Work),
            .. KnownCosts.Bytes.Select(Allocation),
            $"{Text(KnownCosts.RarePercent)}%of{Work(pilot.RareUs)}",
        ],
        new LoadPlan(), run) with
    { WorkSpeed = pilot.WorkSpeed };

    /// <summary>A run of allocated bytes alone, in one of the residencies.</summary>
    /// <param name="residency">Where the variants live.</param>
    public RunPlan Bytes(Residency residency)
    {
        var load = new LoadPlan { Residency = residency };
        var tier = LoadPlanner.Adjusted(load, TierOf("kestrel")) with
        {
            // Processes apart are the coarser of the two by far.
            Launches = launches ?? (residency == Residency.Apart ? 14 : 4),
            MeasureSeconds = 4,
            MostWarmUpSeconds = MostWarmUpSeconds,
        };
        return PlanOf(tier, KnownCosts.Bytes.Append(KnownCosts.ManyBytes).Select(Allocation), load, run: 0);
    }

    private RunPlan PlanOf(TierPlan tier, IEnumerable<string> costs, LoadPlan load, int run)
    {
        var study = StudyCatalogue.Default;
        var variants = study.FactsOf([study.Baseline.Name, study.Control.Name, .. costs.Select(study.BaselineWith)]);
        return ArticlePlan.Of("calibrate", tier, variants, seed + run, command) with { Load = load };
    }

    private static string Work(double us) => $"{Text(us)}us";

    private static string Allocation(int bytes) => $"{bytes}B";

    private static string Text(double value) => value.ToString("0.####");
}
