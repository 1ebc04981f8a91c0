namespace ContextBench.Analysis.Calibrations;

/// <summary>What a calibration that is kept says of one tier.</summary>
/// <param name="Tier">The tier's name.</param>
/// <param name="Folder">The calibration's folder, relative to where all are.</param>
/// <param name="Machine">The machine that it is of, and when it was made.</param>
/// <param name="Calibration">What it says.</param>
public sealed record CalibratedTier(string Tier, string Folder, CalibratedMachine Machine, TierCalibration Calibration);
