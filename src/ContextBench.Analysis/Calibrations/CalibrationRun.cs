using ContextBench.Analysis.Comparisons;

namespace ContextBench.Analysis.Calibrations;

/// <summary>One run of a calibration: what was injected into each arm, and what the run says of it.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Report">What its own reports say.</param>
/// <param name="BaselineUs">The baseline's <c>total</c>, in µs an operation.</param>
/// <param name="Costs">The costs of CPU work, ascending, none first.</param>
/// <param name="Bytes">The allocated bytes, ascending.</param>
/// <param name="WarnsOfTail">
/// Whether the arm with rare large costs is warned of as <c>tail</c>; null in a run without such an arm.
/// </param>
public sealed record CalibrationRun(
    RunDirectory Folder, RunResult Report, double BaselineUs, IReadOnlyList<RecoveredCost> Costs,
    IReadOnlyList<RecoveredBytes> Bytes, bool? WarnsOfTail)
{
    /// <summary>Arms without rare large costs, the control among them.</summary>
    public int ArmsWithoutTail { get; init; }

    /// <summary>Those of them that are warned of as <c>tail</c>.</summary>
    public int TailFalseAlarms { get; init; }

    /// <summary>Its folder's name within its tier's.</summary>
    public string Name => Path.GetFileName(Folder.Path);

    /// <summary>The name of the folder that it is in: its tier's, or that of allocated bytes.</summary>
    public string Group => Path.GetFileName(Path.GetDirectoryName(Folder.Path))!;

    /// <summary>What was measured, on what.</summary>
    public EnvironmentManifest Environment => Report.Environment;

    /// <summary>What it did on its tier.</summary>
    public TierPlan Plan => Environment.Plan.Tiers.Single();

    /// <summary>Reads and analyses a run.</summary>
    /// <param name="folder">Its folder.</param>
    /// <returns>The run, or null where it was not finished, or too few of its launches count.</returns>
    /// <exception cref="StorageException">Its observations cannot be read.</exception>
    /// <exception cref="IOException">It has no manifest.</exception>
    public static CalibrationRun? Read(RunDirectory folder)
    {
        var environment = folder.ReadEnvironment();
        var observations = folder.ReadObservations();
        var plan = environment.Plan.Tiers.Single();
        if (observations.OfType<LaunchObservation>().Count() < plan.Launches)
            return null;

        var report = RunAnalysis.Of(environment, observations);
        return report.Comparisons.Any() ? Of(folder, report, CountedLaunch.From(observations, plan.Tier)) : null;
    }

    private static CalibrationRun Of(RunDirectory folder, RunResult report, IReadOnlyList<CountedLaunch> launches)
    {
        var tier = report.Tiers.Single();
        var study = report.Environment.Plan.Study;
        var work = ArmsWith(cost => cost.WorkMicroseconds);
        RequireKnown(work, folder);
        var rare = ArmsWith(cost => cost.RareShare).FirstOrDefault();
        string[] others = [.. study.Names.Skip(1).Where(arm => arm != rare)];
        return new CalibrationRun(
            folder,
            report,
            tier.Control!.BaselineValue,
            [
                CostOf(tier.Control, nominalPercent: 0, injectedPercent: 0),
                .. work.Zip(KnownCosts.WorkPercents, (arm, percent) => CostOf(
                    Judged(arm), percent,
                    100 * launches.Average(launch => InjectedShare(launch, study.Baseline, arm)))),
            ],
            [.. ArmsWith(cost => cost.AllocatedBytes).Select(arm => BytesOf(arm, tier))],
            rare is null ? null : WarnsOfTail(rare))
        {
            ArmsWithoutTail = others.Length,
            TailFalseAlarms = others.Count(WarnsOfTail),
        };

        string[] ArmsWith(Func<InjectedCost, double> amount) =>
        [
            .. study.Names.Where(arm => amount(InjectedCost.In(arm)) > 0).OrderBy(arm => amount(InjectedCost.In(arm))),
        ];

        Comparison Judged(string arm) => tier.Find(arm, tier.JudgedMetric)!;

        bool WarnsOfTail(string arm) => Judged(arm).Warnings.Contains(Warning.Tail);
    }

    private static RecoveredCost CostOf(Comparison recovered, double nominalPercent, double injectedPercent) => new(
        nominalPercent, injectedPercent, recovered.OverheadPercent!.Value, recovered.Low!.Value, recovered.High!.Value);

    private static void RequireKnown(string[] work, RunDirectory folder)
    {
        if (work.Length > 0 && work.Length != KnownCosts.WorkPercents.Count)
        {
            throw new StorageException(
                $"the run in {folder.Path} is of another version, which has to report it: costs of CPU work: " +
                $"{work.Length}, where a calibration has {KnownCosts.WorkPercents.Count}");
        }
    }

    // What the arm's work took more than the baseline's, which spins for no iteration and reads the same clock: timed
    // within requests, so at the speed that the processor had there.
    private static double InjectedShare(CountedLaunch launch, string baseline, string arm)
    {
        var injectedNs = launch.Record.WorkTimes[launch.IndexOf(arm)].Ns
            - launch.Record.WorkTimes[launch.IndexOf(baseline)].Ns;
        return injectedNs / 1e3 / SliceMetrics.Total.ValueUs(launch, baseline);
    }

    private static RecoveredBytes BytesOf(string arm, TierResult tier)
    {
        var total = tier.Find(arm, tier.JudgedMetric)!;
        return new RecoveredBytes(
            InjectedCost.In(arm).AllocatedBytes, tier.Find(arm, Metric.Allocated)!.Difference,
            total.Difference, total.DifferenceLow!.Value, total.DifferenceHigh!.Value,
            tier.Find(arm, Metric.Gc)?.Difference);
    }
}
