using System.Globalization;
using ContextBench.Measurement.Machine;
using ContextBench.Reporting.Output;

namespace ContextBench.Reporting.Certificates;

/// <summary>What a report says of the certificate of its machine.</summary>
/// <param name="Folder">The certificate's folder; null where the machine has none.</param>
/// <param name="Text">One line.</param>
public sealed record CertificateNote(string? Folder, string Text)
{
    /// <summary>There is none.</summary>
    public static CertificateNote None { get; } = new(
        Folder: null,
        "none for this machine (same processor, cores, system and runtime): ./run-bench.sh calibrate makes one");

    /// <summary>Names the certificate of a run's machine, with its age.</summary>
    /// <param name="kept">The certificate, and its folder; null where the machine has none.</param>
    /// <param name="environment">The run's manifest.</param>
    public static CertificateNote Of(
        (Certificate Certificate, string Folder)? kept, EnvironmentManifest environment)
    {
        if (kept is not { } found)
            return None;

        var tiers = environment.Plan.Tiers
            .Where(tier => found.Certificate.Tiers.ContainsKey(tier.Tier))
            .Select(tier => $"; {tier.Tier} {Seen(found.Certificate.Tiers[tier.Tier])}");
        return new CertificateNote(
            found.Folder,
            $"{found.Folder}, {Age(found.Certificate.Environment.StartedAt, environment.StartedAt)}" +
            string.Concat(tiers));
    }

    private static string Seen(TierCertificate tier)
    {
        var (slope, coverage) = (Figures.Plain(tier.Slope), Figures.Plain(100 * tier.Coverage));
        return $"finds {CertificateWording.Smallest(tier)}, slope {slope}, {coverage} % of intervals hold the truth";
    }

    private static string Age(DateTimeOffset made, DateTimeOffset measured)
    {
        var age = (measured - made).Duration();
        var amount = age.TotalDays >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{age.TotalDays:0} days")
            : string.Create(CultureInfo.InvariantCulture, $"{age.TotalHours:0} hours");
        return measured >= made ? $"{amount} old" : $"made {amount} after this run";
    }
}
