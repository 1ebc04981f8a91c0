using Spectre.Console;

namespace ContextBench.Cli.Progress;

/// <summary>A bar on the terminal, on standard error, that goes when the run ends.</summary>
internal sealed class TerminalProgress : IProgressDisplay
{
    private readonly ProgressTask _task;

    private TerminalProgress(ProgressTask task) => _task = task;

    /// <summary>Shows a bar while work is done.</summary>
    /// <param name="error">Standard error.</param>
    /// <param name="work">The work.</param>
    public static Task RunAsync(TextWriter error, Func<IProgressDisplay, Task> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(error),
            Interactive = InteractionSupport.Yes, // the table may go to a file while the bar stays on the terminal
        });
        return console.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn())
            .StartAsync(context => work(new TerminalProgress(context.AddTask("starting", maxValue: 1))));
    }

    /// <inheritdoc/>
    public void Show(ProgressState state, bool isMilestone)
    {
        _task.Value = state.DoneShare;
        _task.Description = Markup.Escape($"{state.Text}; {state.LeftInWords()}");
    }
}
