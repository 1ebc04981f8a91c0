namespace ContextBench.Measurement.Engines;

/// <summary>How far a run is.</summary>
/// <param name="Tier">The tier being measured.</param>
/// <param name="Launch">The launch's number, from 1.</param>
/// <param name="Phase">The phase that begins, or null when the launch has ended.</param>
/// <param name="Fault">What was wrong with the launch that has ended, or null.</param>
public sealed record RunProgress(TierPlan Tier, int Launch, LaunchPhase? Phase, string? Fault);
