namespace ContextBench.Cli;

/// <summary>Runs the micro-benchmarks in a process of their own.</summary>
/// <param name="layout">Where they are.</param>
/// <param name="pinning">
/// They run on the processor of every other process under test, and so do the processes that they start.
/// </param>
internal sealed class MicroProcess(RepositoryLayout layout, ProcessorPlan pinning)
{
    /// <summary>Runs them to their end.</summary>
    /// <param name="arguments">Arguments of the micro-benchmarks' program.</param>
    /// <param name="logFile">Takes what they print; null to let them print.</param>
    /// <param name="cancellation">Ends them and what they started.</param>
    /// <returns>Their exit code.</returns>
    /// <exception cref="OperationCanceledException">They were cancelled.</exception>
    public async Task<int> RunAsync(IEnumerable<string> arguments, string? logFile, CancellationToken cancellation)
    {
        var start = DotnetProcess.StartInfo(layout.MicroAssembly, arguments);
        start.RedirectStandardInput = false;
        start.RedirectStandardOutput = logFile is not null;
        BuildVariables.KeepIn(start); // BenchmarkDotNet builds
        using var process = ProcessorPinning.Start(start, pinning.UnderTest);
        try
        {
            if (logFile is not null)
            {
                await using var log = File.Create(logFile);
                await process.StandardOutput.BaseStream.CopyToAsync(log, cancellation);
            }

            await process.WaitForExitAsync(cancellation);
            cancellation.ThrowIfCancellationRequested();
            return process.ExitCode;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
