namespace ContextBench.Cli;

/// <summary>Runs the micro-benchmarks in a process of their own.</summary>
/// <remarks>
/// They run on the processor of every other process under test, and so do the processes that they start.
/// </remarks>
internal static class MicroProcess
{
    /// <summary>Runs them to their end.</summary>
    /// <param name="session">The session that they are measured in.</param>
    /// <param name="arguments">Arguments of the micro-benchmarks' program.</param>
    /// <param name="logFile">Takes what they print; null to let them print.</param>
    /// <returns>Their exit code.</returns>
    /// <exception cref="OperationCanceledException">They were cancelled.</exception>
    public static async Task<int> RunAsync(
        MeasuringSession session, IEnumerable<string> arguments, string? logFile = null)
    {
        var start = DotnetProcess.StartInfo(session.Layout.MicroAssembly, arguments);
        start.RedirectStandardInput = false;
        start.RedirectStandardOutput = logFile is not null;
        BuildVariables.KeepIn(start); // BenchmarkDotNet builds
        using var process = ProcessorPinning.Start(start, session.Pinning.UnderTest);
        try
        {
            if (logFile is not null)
            {
                await using var log = File.Create(logFile);
                await process.StandardOutput.BaseStream.CopyToAsync(log, session.Cancellation);
            }

            await process.WaitForExitAsync(session.Cancellation);
            session.Cancellation.ThrowIfCancellationRequested();
            return process.ExitCode;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
