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
    /// <param name="kept">What is certified of the run's tiers.</param>
    /// <param name="environment">The run's manifest.</param>
    public static CertificateNote Of(IReadOnlyList<KeptTier> kept, EnvironmentManifest environment) => kept is []
        ? None
        : new CertificateNote(
            kept[^1].Folder, // that of the tier nearest to what a team runs
            string.Join(". ", kept.GroupBy(tier => tier.Folder).Select(certificate =>
                $"{certificate.Key}, {Age(certificate.First().MadeAt, environment.StartedAt)}: " +
                string.Join("; ", certificate.Select(Seen)))));

    private static string Seen(KeptTier tier)
    {
        var (slope, coverage) = (Figures.Plain(tier.Certificate.Slope), Figures.Plain(100 * tier.Certificate.Coverage));
        return $"{tier.Tier} finds {CertificateWording.Smallest(tier.Certificate)}, slope {slope}, {coverage} % of " +
            $"intervals hold the truth ({tier.Certificate.ZeroDoseRuns} runs)";
    }

    private static string Age(DateTimeOffset made, DateTimeOffset measured)
    {
        var age = (measured - made).Duration();
        var amount = age switch
        {
            { TotalHours: < 1 } => "less than an hour",
            { TotalDays: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{age.TotalHours:0} h"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{age.TotalDays:0} days"),
        };
        return measured >= made ? $"{amount} old" : $"made {amount} after this run began";
    }
}
