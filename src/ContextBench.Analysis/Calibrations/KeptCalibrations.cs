using ContextBench.Analysis.Files;

namespace ContextBench.Analysis.Calibrations;

/// <summary>Certificates that are kept, published or not.</summary>
public static class KeptCalibrations
{
    // A calibration of fewer runs counts only where there is no other.
    private const int EnoughRuns = 10;

    /// <summary>
    /// Finds what is calibrated of the tiers of a run on its machine: of calibrations with the same processor, cores,
    /// system and runtime the newest that proves something of the tier, one of 10 runs and more before
    /// one of fewer.
    /// </summary>
    /// <param name="root">The folder below which calibrations are; there may be none.</param>
    /// <param name="environment">The run's manifest.</param>
    /// <param name="skipped">Takes each folder and file that cannot be read.</param>
    /// <returns>The tiers that are calibrated, in the order of the run.</returns>
    public static IReadOnlyList<CalibratedTier> Find(
        string root, EnvironmentManifest environment, Action<string> skipped)
    {
        var kept = KeptFiles.Find(root, CalibrationReport.FileName, skipped)
            .SelectMany(file => TiersOf(file, root, environment, skipped))
            .ToLookup(tier => tier.Tier);
        return
        [
            .. environment.Plan.Tiers
                .Select(tier => kept[tier.Tier]
                    .OrderByDescending(calibrated => calibrated.Calibration.RunsWithoutCost >= EnoughRuns)
                    .ThenByDescending(calibrated => calibrated.Machine.StartedAt)
                    .FirstOrDefault())
                .OfType<CalibratedTier>(),
        ];
    }

    // What cannot be read proves nothing.
    private static IEnumerable<CalibratedTier> TiersOf(
        string file, string root, EnvironmentManifest environment, Action<string> skipped) =>
        KeptFiles.Read(file, CalibrationReport.FromJson, skipped) is { } calibration
        && calibration.Environment.Is(environment)
            ? calibration.Tiers.Where(tier => !tier.Value.IsInvalid).Select(tier => new CalibratedTier(
                tier.Key, Path.GetRelativePath(root, Path.GetDirectoryName(file)!).Replace('\\', '/'),
                calibration.Environment, tier.Value))
            : [];
}
