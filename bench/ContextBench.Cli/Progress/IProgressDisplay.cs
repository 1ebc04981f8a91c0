namespace ContextBench.Cli.Progress;

/// <summary>Shows how far a run is.</summary>
internal interface IProgressDisplay
{
    /// <summary>Shows where the run stands.</summary>
    /// <param name="state">What it does now.</param>
    /// <param name="isMilestone">Whether something has ended, which a log should keep.</param>
    void Show(ProgressState state, bool isMilestone);
}

/// <summary>Where a run stands.</summary>
/// <param name="Text">What it does now.</param>
/// <param name="DoneShare">How much is done, 0 to 1.</param>
/// <param name="Left">The time left, as far as can be told.</param>
internal readonly record struct ProgressState(string Text, double DoneShare, TimeSpan Left)
{
    /// <summary>The time left in words.</summary>
    public string LeftInWords() => Left.TotalSeconds < 60
        ? $"about {Math.Max(1, (int)Left.TotalSeconds)} s left"
        : $"about {(int)Left.TotalMinutes} min {Left.Seconds} s left";
}
