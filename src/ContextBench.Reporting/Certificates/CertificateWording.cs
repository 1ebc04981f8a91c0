using System.Globalization;

namespace ContextBench.Reporting.Certificates;

/// <summary>A certificate in words.</summary>
public static class CertificateWording
{
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
        ? string.Create(CultureInfo.InvariantCulture, $"{percent:0.##} %")
        : "none of the doses";
}
