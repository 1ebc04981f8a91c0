namespace ContextBench.Cli.Progress;

/// <summary>Tells a display what the launches do.</summary>
/// <param name="display">The display.</param>
/// <param name="clock">Knows how far the run is.</param>
/// <param name="nameOf">Names what is being measured.</param>
internal sealed class LaunchProgress(IProgressDisplay display, RunClock clock, Func<TierPlan, string> nameOf)
{
    /// <summary>Shows one step.</summary>
    /// <param name="progress">The step.</param>
    public void Report(RunProgress progress)
    {
        var launch = $"{nameOf(progress.Tier)} launch {progress.Launch} of {progress.Tier.Launches}";
        if (progress.Phase is { } phase)
        {
            display.Show(clock.State($"{launch}: {phase.ToString().ToLowerInvariant()}"), isMilestone: false);
            return;
        }

        clock.EndLaunch(progress.Tier.Tier);
        display.Show(
            clock.State(progress.Fault is null ? $"{launch}: finished" : $"{launch}: not counted: {progress.Fault}"),
            isMilestone: true);
    }
}
