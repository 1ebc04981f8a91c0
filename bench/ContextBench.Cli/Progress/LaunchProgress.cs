namespace ContextBench.Cli.Progress;

/// <summary>Tells a display what is being measured, and how long it will still take.</summary>
/// <param name="show">The display.</param>
/// <param name="clock">Knows how far the run is.</param>
internal sealed class LaunchProgress(ShowProgress show, RunClock clock)
{
    /// <summary>Shows what has begun.</summary>
    public void Begins(string what) => show(clock.State(what), isMilestone: false);

    /// <summary>Shows what has ended.</summary>
    public void Ends(string what) => show(clock.State(what), isMilestone: true);

    /// <summary>Shows the steps of launches.</summary>
    /// <param name="name">Names what they are of; null for their tier.</param>
    public Action<RunProgress> Of(string? name = null) => step =>
    {
        var launch = $"{name ?? step.Tier.Tier} launch {step.Launch} of {step.Tier.Launches}";
        if (step.Phase is { } phase)
        {
            Begins($"{launch}: {phase.ToString().ToLowerInvariant()}");
            return;
        }

        clock.EndLaunch(step.Tier.Tier);
        Ends(step.Fault is null ? $"{launch}: finished" : $"{launch}: not counted: {step.Fault}");
    };
}
