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

    public Interruption() => _registrations =
    [
        Cancelling(PosixSignal.SIGINT, Cli.ExitCode.Interrupted),
        Cancelling(PosixSignal.SIGTERM, Cli.ExitCode.Terminated),
        Cancelling(PosixSignal.SIGHUP, Cli.ExitCode.HungUp),
    ];

    public CancellationToken Token => _source.Token;

    /// <summary>What to exit with once cancelled.</summary>
    public int ExitCode { get; private set; }

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _source.Dispose();
    }

    private PosixSignalRegistration Cancelling(PosixSignal signal, int exitCode) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            ExitCode = exitCode;
            _source.Cancel();
        });
}
