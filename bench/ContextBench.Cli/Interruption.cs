using System.Runtime.InteropServices;

namespace ContextBench.Cli;

/// <summary>
/// Turns Ctrl-C, termination and a terminal that is closed into a cancellation, so that what was measured is saved and
/// nothing is left running.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    public Interruption()
    {
        ExitCode = Cli.ExitCode.Interrupted;
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Cancel(context, Cli.ExitCode.Interrupted)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Cancel(context, Cli.ExitCode.Terminated)),
            PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => Cancel(context, Cli.ExitCode.HungUp)),
        ];
    }

    public CancellationToken Token => _source.Token;

    /// <summary>What to exit with once cancelled.</summary>
    public int ExitCode { get; private set; }

    /// <summary>Runs a command that measures to its exit code, whether it is interrupted or cannot go on.</summary>
    /// <param name="error">Takes what is said of an end that came early.</param>
    /// <param name="saved">What is saved so far, for an interruption; asked when it happens.</param>
    /// <param name="command">The command.</param>
    public static async Task<int> RunAsync(
        TextWriter error, Func<string> saved, Func<CancellationToken, Task<int>> command)
    {
        using var interruption = new Interruption();
        try
        {
            return await command(interruption.Token);
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            error.WriteLine($"run-bench: interrupted; {saved()}");
            return interruption.ExitCode;
        }
        catch (InvalidRunException exception)
        {
            error.WriteLine($"run-bench: invalid: {exception.Message}; {saved()}");
            return Cli.ExitCode.Invalid;
        }
    }

    /// <summary>What is said of what was measured so far.</summary>
    /// <param name="folder">Where it is; null before there is a folder.</param>
    /// <param name="isReportable">Whether <c>report</c> makes something of the folder.</param>
    public static string Saved(string? folder, bool isReportable = true) => (folder, isReportable) switch
    {
        (null, _) => "nothing was measured yet",
        (_, true) => $"every finished launch is saved; to report them: {ShellCommand.Of("report", folder)}",
        _ => $"every finished launch is saved in {folder}",
    };

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _source.Dispose();
    }

    private void Cancel(PosixSignalContext context, int exitCode)
    {
        context.Cancel = true;
        ExitCode = exitCode;
        _source.Cancel();
    }
}
