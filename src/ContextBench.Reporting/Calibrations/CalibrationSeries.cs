namespace ContextBench.Reporting.Calibrations;

/// <summary>What one tier's runs recovered of known costs.</summary>
/// <param name="Tier">The tier's name.</param>
/// <param name="Costs">A point for each cost of each run, run by run; one at least.</param>
/// <param name="Slope">Recovered against injected; 1 where all is recovered.</param>
/// <param name="SlopeLow">The lower bound of its 95 % interval.</param>
/// <param name="SlopeHigh">The upper bound.</param>
public sealed record CalibrationSeries(
    string Tier, IReadOnlyList<RecoveredCost> Costs, double Slope, double SlopeLow, double SlopeHigh);
