using ContextBench.Analysis.Machines;

namespace ContextBench.Analysis.Calibrations;

/// <summary>What a report says of the calibration of its machine.</summary>
/// <param name="Folder">The folder of the calibration that is claimed; null where none is.</param>
/// <param name="Text">One line.</param>
public sealed record CalibrationNote(string? Folder, string Text)
{
    /// <summary>There is none.</summary>
    public static CalibrationNote None { get; } = new(
        Folder: null,
        "none of the tiers measured, for this machine (same processor, cores, system and runtime): " +
        "./run-bench.sh calibrate makes one");

    /// <summary>There can be none: what is calibrated is another way of measuring.</summary>
    public static CalibrationNote OtherWay { get; } = new(
        Folder: null,
        "none for this way of measuring: calibrations are of the paired engine, all variants in one process");

    /// <summary>Names the calibration of a run's machine, with its age, as far as it can be claimed.</summary>
    /// <param name="kept">What is calibrated of the run's tiers.</param>
    /// <param name="report">What the run says.</param>
    /// <param name="calibrated">The workload that calibrations are made with.</param>
    public static CalibrationNote Of(IReadOnlyList<CalibratedTier> kept, RunResult report, WorkloadFacts calibrated)
    {
        var environment = report.Environment;
        if (!environment.Plan.Load.IsMixed)
            return OtherWay;
        if (kept is [])
            return None;

        var judged = kept.Select(tier => (Tier: tier, Refusal: Refusal(tier, report, calibrated))).ToArray();
        CalibratedTier[] claimed = [.. judged.Where(tier => tier.Refusal is null).Select(tier => tier.Tier)];
        return new CalibrationNote(
            claimed.LastOrDefault()?.Folder, // that of the tier nearest to what a team runs
            string.Join(". ",
            [
                .. Named(claimed, environment),
                .. judged.Select(tier => tier.Refusal).OfType<string>(),
                .. Reservations(claimed, kept, environment.Plan, calibrated),
            ]));
    }

    // Why what was proved then does not hold for this run; null where it does.
    private static string? Refusal(CalibratedTier kept, RunResult report, WorkloadFacts calibrated)
    {
        if (!kept.Machine.IsConfiguredAs(report.Environment))
        {
            return $"Not claimed of {kept.Tier}: {kept.Folder} was made with another configuration of the runtime " +
                $"({Configuration(kept.Machine.RuntimeVariables!)}) than this run " +
                $"({Configuration(report.Environment.RuntimeVariables)})";
        }

        if (report.Tiers.FirstOrDefault(tier => tier.Plan.Tier == kept.Tier)?.Control is not { } control
            || kept.Calibration.BaselineUs is not { } calibratedUs
            || report.Environment.Plan.Workload != calibrated
            || HasOtherSettings(kept.Calibration, report.Environment.Plan.Tiers.First(tier => tier.Tier == kept.Tier)))
        {
            return null; // nothing to compare
        }

        var speed = new Speed(control.BaselineValue, calibratedUs);
        return speed.IsSame
            ? null
            : $"Not claimed of {kept.Tier}: this machine is {speed} than when it was calibrated " +
                $"({Figures.Value(control.BaselineValue)} µs here, {Figures.Value(calibratedUs)} µs in {kept.Folder})";
    }

    private static string Configuration(IReadOnlyDictionary<string, string> variables) =>
        string.Join(' ', RuntimeConfiguration.Unusual(variables)) is { Length: > 0 } unusual ? unusual : "as it ships";

    private static IEnumerable<string> Named(IEnumerable<CalibratedTier> claimed, EnvironmentManifest environment) =>
        claimed.GroupBy(tier => tier.Folder).Select(calibration =>
            $"{calibration.Key}, {Age(calibration.First().Machine.StartedAt, environment.StartedAt)}: " +
            string.Join("; ", calibration.Reverse().Select(Seen))); // the tier nearest to what a team runs first

    // What of the run is not as it was calibrated. How narrow intervals are depends on slices and connections too.
    private static IEnumerable<string> Reservations(
        CalibratedTier[] claimed, IReadOnlyList<CalibratedTier> kept, RunPlan plan, WorkloadFacts calibrated)
    {
        string[] others = [.. plan.Tiers.Select(tier => tier.Tier).Except(kept.Select(tier => tier.Tier))];
        if (others.Length > 0)
            yield return $"No calibration of {string.Join(", ", others)}";
        if (claimed.Length > 0 && plan.Workload != calibrated)
            yield return "By the article's request, which this one is not";
        foreach (var (then, now) in claimed.Select(
            claim => (claim.Calibration, plan.Tiers.First(tier => tier.Tier == claim.Tier))))
        {
            if (HasOtherSettings(then, now))
            {
                yield return $"Of {now.Tier} with slices of {then.SliceOperations} on {then.Connections} " +
                    $"connections, not {now.SliceOperations} on {now.Connections}";
            }
        }
    }

    private static bool HasOtherSettings(TierCalibration calibrated, TierPlan tier) =>
        calibrated is { SliceOperations: { } slice, Connections: { } connections }
        && (slice, connections) != (tier.SliceOperations, tier.Connections);

    private static string Seen(CalibratedTier tier) => $"on {tier.Tier} {Found(tier.Calibration)}, " +
        $"{100 * tier.Calibration.Slope:0.0} % of a cost comes out, {100 * tier.Calibration.Coverage:0.0} % of " +
        $"intervals hold the truth ({tier.Calibration.RunsWithoutCost} runs)";

    private static string Found(TierCalibration tier) => tier.SmallestCostPercent is null
        ? "none of the costs tried is found"
        : $"costs of {CalibrationWording.Smallest(tier)} and more are found";

    private static string Age(DateTimeOffset made, DateTimeOffset measured)
    {
        var age = (measured - made).Duration();
        var amount = age.TotalHours < 1 ? "less than an hour"
            : age.TotalDays < 2 ? $"{age.TotalHours:0} h"
            : $"{age.TotalDays:0} days";
        return measured >= made ? $"{amount} old" : $"made {amount} after this run began";
    }
}
