using ContextBench.Measurement.Records;

namespace ContextBench.Measurement.Engines;

/// <summary>A launch that an engine is to run.</summary>
/// <param name="Plan">What its process is told: all but the programs and where they run.</param>
/// <param name="Directory">Where observations go.</param>
/// <param name="Report">Takes progress.</param>
public sealed record PlannedLaunch(LaunchPlan Plan, RunDirectory Directory, Action<RunProgress> Report)
{
    /// <summary>Says that a phase has begun.</summary>
    /// <param name="phase">The phase.</param>
    public void Begins(LaunchPhase phase) => Report(new RunProgress(Plan.Tier, Plan.Launch, phase, Fault: null));
}

/// <summary>How far a run is.</summary>
/// <param name="Tier">The tier being measured.</param>
/// <param name="Launch">The launch's number, from 1.</param>
/// <param name="Phase">The phase that begins, or null when the launch has ended.</param>
/// <param name="Fault">What was wrong with the launch that has ended, or null.</param>
public sealed record RunProgress(TierPlan Tier, int Launch, LaunchPhase? Phase, string? Fault);
