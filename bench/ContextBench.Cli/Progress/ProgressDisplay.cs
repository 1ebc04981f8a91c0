using Spectre.Console;

namespace ContextBench.Cli.Progress;

/// <summary>Shows where a run stands.</summary>
/// <param name="state">What it does now.</param>
/// <param name="isMilestone">Whether something has ended, which a log should keep.</param>
internal delegate void ShowProgress(ProgressState state, bool isMilestone);

/// <summary>Shows progress on standard error while work is done.</summary>
internal static class ProgressDisplay
{
    /// <summary>A bar on a terminal, that goes when the work ends; elsewhere a line for each milestone.</summary>
    /// <param name="error">Standard error.</param>
    /// <param name="work">The work.</param>
    public static Task RunAsync(TextWriter error, Func<ShowProgress, Task> work) => Console.IsErrorRedirected
        ? work((state, isMilestone) =>
        {
            if (isMilestone)
                error.WriteLine(state);
        })
        : BarOn(error).StartAsync(context =>
        {
            var bar = context.AddTask("starting", maxValue: 1);
            return work((state, _) =>
            {
                bar.Value = state.DoneShare;
                bar.Description = Markup.Escape($"{state}");
            });
        });

    private static Spectre.Console.Progress BarOn(TextWriter error) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(error),
        Interactive = InteractionSupport.Yes, // the table may go to a file while the bar stays on the terminal
    }).Progress()
        .AutoClear(true)
        .Columns(new SpinnerColumn(), new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn());
}
