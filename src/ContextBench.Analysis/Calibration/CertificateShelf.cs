using ContextBench.Analysis.Files;

namespace ContextBench.Analysis.Calibration;

/// <summary>Certificates that are kept, published or not.</summary>
public static class CertificateShelf
{
    /// <summary>
    /// Finds what is certified of the tiers of a run on its machine: of certificates with the same processor, cores,
    /// system and runtime the newest that proves something of the tier, one of <see cref="KeptTier.EnoughRuns"/> before
    /// one of fewer.
    /// </summary>
    /// <param name="root">The folder below which certificates are; there may be none.</param>
    /// <param name="environment">The run's manifest.</param>
    /// <param name="skipped">Takes each folder and file that cannot be read.</param>
    /// <returns>The tiers that are certified, in the order of the run.</returns>
    public static IReadOnlyList<KeptTier> Find(string root, EnvironmentManifest environment, Action<string> skipped)
    {
        var kept = KeptFiles.Find(root, Certificate.FileName, skipped)
            .SelectMany(file => TiersOf(file, root, environment, skipped))
            .ToLookup(tier => tier.Tier);
        return
        [
            .. environment.Plan.Tiers
                .Select(tier => kept[tier.Tier]
                    .OrderByDescending(certified => certified.IsOfEnoughRuns)
                    .ThenByDescending(certified => certified.MadeAt)
                    .FirstOrDefault())
                .OfType<KeptTier>(),
        ];
    }

    // What cannot be read certifies nothing.
    private static IEnumerable<KeptTier> TiersOf(
        string file, string root, EnvironmentManifest environment, Action<string> skipped) =>
        KeptFiles.Read(file, skipped) is { } text && Certificate.FromJson(text) is { } certificate
        && certificate.Environment.Is(environment)
            ? certificate.Tiers.Where(tier => !tier.Value.IsInvalid).Select(tier => new KeptTier(
                tier.Key, Path.GetRelativePath(root, Path.GetDirectoryName(file)!).Replace('\\', '/'),
                certificate.Environment, tier.Value))
            : [];
}
