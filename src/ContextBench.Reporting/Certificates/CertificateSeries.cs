namespace ContextBench.Reporting.Certificates;

/// <summary>What one tier's runs recovered of known doses.</summary>
/// <param name="Tier">The tier's name.</param>
/// <param name="Doses">A point for each dose of each run, run by run; one at least.</param>
/// <param name="Slope">Recovered against injected; 1 where all is recovered.</param>
/// <param name="SlopeLow">The lower bound of its 95 % interval.</param>
/// <param name="SlopeHigh">The upper bound.</param>
public sealed record CertificateSeries(
    string Tier, IReadOnlyList<RecoveredDose> Doses, double Slope, double SlopeLow, double SlopeHigh);

/// <summary>One dose in one run.</summary>
/// <param name="InjectedPercent">The truth, in percent of what the baseline costs.</param>
/// <param name="RecoveredPercent">What the run says of it, in percent.</param>
/// <param name="Low">The lower bound of its 95 % interval, in percent.</param>
/// <param name="High">The upper bound.</param>
public sealed record RecoveredDose(double InjectedPercent, double RecoveredPercent, double Low, double High)
{
    /// <summary>Whether the interval holds the truth.</summary>
    public bool HoldsTruth => Low <= InjectedPercent && InjectedPercent <= High;
}
