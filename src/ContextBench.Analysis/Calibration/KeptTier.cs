namespace ContextBench.Analysis.Calibration;

/// <summary>What a certificate that is kept says of one tier.</summary>
/// <param name="Tier">The tier's name.</param>
/// <param name="Folder">The certificate's folder, relative to where all are.</param>
/// <param name="Machine">The machine that it is of, and when it was made.</param>
/// <param name="Certificate">What it says.</param>
public sealed record KeptTier(string Tier, string Folder, CertifiedMachine Machine, TierCertificate Certificate)
{
    /// <summary>A certificate of fewer runs counts only where there is no other.</summary>
    public const int EnoughRuns = 10;

    /// <summary>When its first run started.</summary>
    public DateTimeOffset MadeAt => Machine.StartedAt;

    /// <summary>Whether it rests on enough runs.</summary>
    public bool IsOfEnoughRuns => Certificate.ZeroDoseRuns >= EnoughRuns;
}
