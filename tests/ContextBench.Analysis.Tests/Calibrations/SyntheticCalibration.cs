using ContextBench.Agent;
using ContextBench.Analysis.Calibrations;
using ContextBench.Measurement.Records;

namespace ContextBench.Analysis.Tests.Calibrations;

/// <summary>Runs of known costs whose truth is known: each arm costs a given part more than the baseline.</summary>
internal static class SyntheticCalibration
{
    /// <summary>A run's arms, as a calibration has them; the work's amounts in µs are only names here.</summary>
    public static string[] Variants { get; } =
    [
        "classic", "control", "classic+0.3us", "classic+0.5us", "classic+1us", "classic+3us", "classic+8us",
        "classic+64B", "classic+256B", "classic+1024B", "classic+0.5%of400us",
    ];

    /// <summary>What a request of each arm costs over the baseline's, in percent.</summary>
    public static double[] Percents { get; } = [0, 0.3, 0.5, 1, 3, 8, 0.1, 0.2, 0.4, 0];

    /// <summary>A run of two launches.</summary>
    /// <param name="tier">Its tier.</param>
    /// <param name="percents">What it recovers of each arm but the baseline, in percent.</param>
    public static SyntheticRun Run(string tier, double[] percents)
    {
        double[] ratios = [.. percents.Select(percent => 1 + (percent / 100))];
        return new SyntheticRun { Variants = Variants }
            .Tier(tier, [.. ratios.Select(ratio => ratio * 1.0001)], [.. ratios.Select(ratio => ratio * 0.9999)])
            .EachLaunch(launch => launch with
            {
                // Timed at 100 µs an operation of the baseline: 1 µs is 1 %. To read the clock takes 30 ns.
                WorkTimes =
                [
                    .. Variants.Select(InjectedCost.In).Select(arm =>
                        new WorkTime((long)arm.WorkMicroseconds, 30 + (1_000 * arm.WorkMicroseconds), 500)),
                ],
                Allocations =
                [
                    .. Variants.Select(InjectedCost.In).Select(arm =>
                        launch.Allocations[0] with { BytesPerOperation = [1000 + arm.AllocatedBytes] }),
                ],
            });
    }

    /// <summary>A run that found, of each cost, what it injected plus an error, with a half-width of 0.2 %.</summary>
    /// <param name="injected">The costs, none first, in percent.</param>
    /// <param name="errors">The error of each, in percentage points.</param>
    public static CalibrationRun Of(double[] injected, double[] errors) => new(
        new RunDirectory("runs/01"),
        new SyntheticRun().Tier("kestrel", [1, 1]).Report(),
        BaselineUs: 22,
        [
            .. injected.Zip(errors, (cost, error) =>
                new RecoveredCost(cost, cost, cost + error, cost + error - 0.2, cost + error + 0.2)),
        ],
        [new RecoveredBytes(64, 64.5, 0.01, -0.1, 0.1, 0.002), new RecoveredBytes(256, 255, 0.02, -0.1, 0.1, 0.008)],
        WarnsOfTail: true);
}
