using ContextBench.Measurement.Records;

namespace ContextBench.Measurement.Engines;

/// <summary>A launch that an engine is to run.</summary>
/// <param name="Plan">Its run.</param>
/// <param name="Tier">One of the run's tiers.</param>
/// <param name="Number">The launch's number within its tier, from 1.</param>
/// <param name="Directory">Where observations go.</param>
/// <param name="Report">Takes progress.</param>
public sealed record PlannedLaunch(
    RunPlan Plan, TierPlan Tier, int Number, RunDirectory Directory, Action<RunProgress> Report)
{
    /// <summary>What its process is told: all but the programs and where they run.</summary>
    public LaunchPlan ToLaunchPlan() => LaunchPlan.Of(Plan, Tier, Number);

    /// <summary>Says that a phase has begun.</summary>
    /// <param name="phase">The phase.</param>
    public void Begins(LaunchPhase phase) => Report(new RunProgress(Tier, Number, phase, Fault: null));
}

/// <summary>How far a run is.</summary>
/// <param name="Tier">The tier being measured.</param>
/// <param name="Launch">The launch's number, from 1.</param>
/// <param name="Phase">The phase that begins, or null when the launch has ended.</param>
/// <param name="Fault">What was wrong with the launch that has ended, or null.</param>
public sealed record RunProgress(TierPlan Tier, int Launch, LaunchPhase? Phase, string? Fault);
