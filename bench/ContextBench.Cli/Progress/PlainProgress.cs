namespace ContextBench.Cli.Progress;

/// <summary>A line for each launch that ends, where standard error is no terminal.</summary>
/// <param name="error">Standard error.</param>
internal sealed class PlainProgress(TextWriter error) : IProgressDisplay
{
    /// <inheritdoc/>
    public void Show(ProgressState state, bool isMilestone)
    {
        if (isMilestone)
            error.WriteLine($"{state.Text}; {state.LeftInWords()}");
    }
}
