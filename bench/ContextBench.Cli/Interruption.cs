using System.Runtime.InteropServices;

namespace ContextBench.Cli;

/// <summary>
/// Turns Ctrl-C and termination into a cancellation, so that what was measured is saved and nothing is left running.
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
        ];
    }

    public CancellationToken Token => _source.Token;

    /// <summary>What to exit with once cancelled.</summary>
    public int ExitCode { get; private set; }

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
