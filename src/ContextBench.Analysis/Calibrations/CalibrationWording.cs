namespace ContextBench.Analysis.Calibrations;

/// <summary>A calibration in words.</summary>
public static class CalibrationWording
{
    /// <summary>What one tier's calibration says, in a line.</summary>
    /// <param name="tier">The tier's calibration.</param>
    public static string Of(TierCalibration tier) =>
        $"{FoundFrom(tier)}; the slope of recovered against injected is {tier.Slope:0.000} " +
        $"[{tier.SlopeLow:0.000}, {tier.SlopeHigh:0.000}]; {100 * tier.Coverage:0.0} % of {tier.Intervals} 95 % " +
        $"intervals hold the truth; {tier.FalseAlarms} of {tier.RunsWithoutCost} runs raised an alarm without a cost";

    private static string FoundFrom(TierCalibration tier) => tier.SmallestCostPercent is null
        ? "none of the injected costs is found in four fifths of the runs"
        : $"a cost of {Smallest(tier)} or more is found, itself as {tier.SmallestCostRecoveredPercent:0.00} %";

    /// <summary>What was measured and is no part of the calibration, a line each.</summary>
    /// <param name="report">The calibration.</param>
    public static IEnumerable<string> LeftOut(Calibration report) =>
        report.Report.Tiers
            .Where(tier => tier.Value.RunsLeftOut > 0)
            .Select(tier =>
                $"left out of {tier.Key}: {tier.Value.RunsLeftOut} of " +
                $"{tier.Value.RunsLeftOut + tier.Value.RunsWithoutCost} runs, unfinished or with too few launches " +
                "that count")
            .Concat(report.TiersLeftOut.Select(tier =>
                $"left out: {tier}, since a calibration needs {Calibration.FewestRuns} finished runs"))
            .Concat(report.BytesLeftOut.Select(residency =>
                $"left out: allocated bytes {residency}, unfinished or with too few launches that count"));

    /// <summary>
    /// The runs in which a validity check fired, a line each: they count as any other, since no run that can be
    /// analysed is dropped for what it showed.
    /// </summary>
    /// <param name="report">The calibration.</param>
    public static IEnumerable<string> InvalidRuns(Calibration report) =>
        from run in report.Runs
        where run.Report.IsInvalid
        select $"run {run.Name} of {run.Group} is `Invalid`, and counts: " +
            string.Join(
                ", ", run.Report.Tiers.SelectMany(it => it.Warnings).Select(warning => $"`{warning.Code}`").Distinct());

    /// <summary>The smallest cost that is found, or that none is.</summary>
    /// <param name="tier">The tier's calibration.</param>
    public static string Smallest(TierCalibration tier) => tier.SmallestCostPercent is { } percent
        ? $"{percent:0.00} %"
        : "none";
}
