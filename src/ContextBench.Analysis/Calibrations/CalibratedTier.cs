namespace ContextBench.Analysis.Calibrations;

/// <summary>What a calibration that is kept says of one tier.</summary>
/// <param name="Tier">The tier's name.</param>
/// <param name="Folder">The calibration's folder, relative to where all are.</param>
/// <param name="Machine">The machine that it is of, and when it was made.</param>
/// <param name="Calibration">What it says.</param>
public sealed record CalibratedTier(string Tier, string Folder, CalibratedMachine Machine, TierCalibration Calibration)
{
    /// <summary>A calibration of fewer runs counts only where there is no other.</summary>
    public const int EnoughRuns = 10;

    /// <summary>When its first run started.</summary>
    public DateTimeOffset MadeAt => Machine.StartedAt;

    /// <summary>Whether it rests on enough runs.</summary>
    public bool IsOfEnoughRuns => Calibration.RunsWithoutCost >= EnoughRuns;
}
