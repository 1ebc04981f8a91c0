using System.Globalization;
using ContextBench.Measurement.Machine;

namespace ContextBench.Reporting.Certificates;

/// <summary>A certificate in words.</summary>
public static class CertificateWording
{
    /// <summary>What reports say of the certificate of their machine.</summary>
    /// <param name="certificate">The certificate, or null where the machine has none.</param>
    /// <param name="place">Where it is; not used where there is none.</param>
    /// <param name="environment">The run's manifest.</param>
    public static string Of(Certificate? certificate, string place, EnvironmentManifest environment)
    {
        if (certificate is null)
        {
            return "none for this machine (same processor, cores, system and runtime): " +
                "./run-bench.sh calibrate makes one";
        }

        var tiers = environment.Plan.Tiers
            .Where(tier => certificate.Tiers.ContainsKey(tier.Tier))
            .Select(tier => $"{tier.Tier} {Seen(certificate.Tiers[tier.Tier])}");
        return $"{place}, {Age(certificate.Environment.StartedAt, environment.StartedAt)}" +
            string.Concat(tiers.Select(tier => $"; {tier}"));
    }

    /// <summary>What one tier's certificate says, in a line.</summary>
    /// <param name="tier">The tier's certificate.</param>
    public static string Of(TierCertificate tier) => string.Create(
        CultureInfo.InvariantCulture,
        $"a cost of {Smallest(tier)} or more is found; it comes out at {tier.Slope:0.000} of what it is " +
        $"[{tier.SlopeLow:0.000}, {tier.SlopeHigh:0.000}]; {100 * tier.Coverage:0.0} % of {tier.Intervals} 95 % " +
        $"intervals hold the truth; {tier.FalseAlarms} of {tier.ZeroDoseRuns} runs raised an alarm without a dose");

    /// <summary>The smallest dose that is found, or that none is.</summary>
    /// <param name="tier">The tier's certificate.</param>
    public static string Smallest(TierCertificate tier) => tier.SmallestDosePercent is { } percent
        ? string.Create(CultureInfo.InvariantCulture, $"{percent:0.#} %")
        : "none of the doses";

    private static string Seen(TierCertificate tier) => string.Create(
        CultureInfo.InvariantCulture,
        $"finds {Smallest(tier)}, slope {tier.Slope:0.00}, {100 * tier.Coverage:0} % of intervals hold the truth");

    private static string Age(DateTimeOffset made, DateTimeOffset measured)
    {
        var age = (measured - made).Duration();
        var amount = age.TotalDays >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{age.TotalDays:0} days")
            : string.Create(CultureInfo.InvariantCulture, $"{age.TotalHours:0} hours");
        return measured >= made ? $"{amount} old" : $"made {amount} after this run";
    }
}
