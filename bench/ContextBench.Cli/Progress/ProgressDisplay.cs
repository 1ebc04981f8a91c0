namespace ContextBench.Cli.Progress;

/// <summary>Chooses how progress is shown.</summary>
internal static class ProgressDisplay
{
    /// <summary>Shows progress while work is done: a bar on a terminal, lines elsewhere.</summary>
    /// <param name="error">Standard error.</param>
    /// <param name="work">The work.</param>
    public static Task RunAsync(TextWriter error, Func<IProgressDisplay, Task> work) => Console.IsErrorRedirected
        ? work(new PlainProgress(error))
        : TerminalProgress.RunAsync(error, work);
}
