namespace ContextBench.Reporting.Certificates;

/// <summary>What one tier's runs recovered of known doses.</summary>
/// <param name="Tier">The tier's name.</param>
/// <param name="Doses">A point for each dose of each run, run by run; one at least.</param>
/// <param name="Slope">Recovered against injected; 1 where all is recovered.</param>
/// <param name="SlopeLow">The lower bound of its 95 % interval.</param>
/// <param name="SlopeHigh">The upper bound.</param>
public sealed record CertificateSeries(
    string Tier, IReadOnlyList<DoseResult> Doses, double Slope, double SlopeLow, double SlopeHigh);
