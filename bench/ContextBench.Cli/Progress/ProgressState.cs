namespace ContextBench.Cli.Progress;

/// <summary>Where a run stands.</summary>
/// <param name="Text">What it does now.</param>
/// <param name="DoneShare">How much is done, 0 to 1.</param>
/// <param name="Left">The time left, as far as can be told.</param>
internal readonly record struct ProgressState(string Text, double DoneShare, TimeSpan Left)
{
    /// <summary>What it does, and the time left in words.</summary>
    public override string ToString() => Left.TotalSeconds < 60
        ? $"{Text}; about {Math.Max(1, (int)Left.TotalSeconds)} s left"
        : $"{Text}; about {(int)Left.TotalMinutes} min {Left.Seconds} s left";
}
