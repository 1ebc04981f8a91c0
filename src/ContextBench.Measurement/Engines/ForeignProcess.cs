namespace ContextBench.Measurement.Engines;

/// <summary>Runs a program of somebody else's to its end.</summary>
public static class ForeignProcess
{
    /// <summary>Runs it; with its run cancelled it is killed, and what it started with it.</summary>
    /// <param name="start">What to start; both outputs are read.</param>
    /// <param name="processor">The processor to keep it on, or null for all.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        ProcessStartInfo start, int? processor, CancellationToken cancellation)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        using var process = ProcessorPinning.Start(start, processor);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var error = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            cancellation.ThrowIfCancellationRequested(); // the same Ctrl-C may have ended the process first
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
                process.EndAtOnce();
        }
    }
}
