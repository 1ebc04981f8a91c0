using ContextBench.Measurement.Launches;

namespace ContextBench.Measurement.Engines;

/// <summary>Runs one launch in a process of its own.</summary>
/// <param name="assembly">
/// The program that understands <paramref name="arguments"/> and calls <see cref="LaunchProgram"/>.
/// </param>
/// <param name="arguments">Its arguments.</param>
public sealed class LaunchProcess(string assembly, IReadOnlyList<string> arguments)
{
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(3);

    /// <summary>Runs it to its end.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="processor">The processor of the launch's process, or null to leave it free.</param>
    /// <param name="onObservation">Takes each line and what it says.</param>
    /// <param name="cancellation">Ends the process and what it started.</param>
    /// <returns>The launch's own record; where the process died, one that says so.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<LaunchObservation> RunAsync(
        LaunchPlan plan, int? processor, Action<string, Observation> onObservation, CancellationToken cancellation)
    {
        using var process = ProcessorPinning.Start(DotnetProcess.StartInfo(assembly, arguments), processor);
        using var hung = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        hung.CancelAfter(Patience(plan));
        try
        {
            await process.SendAsync(ObservationJson.Write(plan), hung.Token);
            while (await process.StandardOutput.ReadLineAsync(hung.Token) is { } line)
            {
                if (!ObservationJson.TryRead<Observation>(line, out var observation))
                    return Faulted($"the launch's process wrote '{(line.Length > 80 ? line[..80] + "…" : line)}'");
                if (observation is LaunchObservation launch)
                    return launch;
                onObservation(line, observation);
            }

            await process.WaitForExitAsync(hung.Token);
            cancellation.ThrowIfCancellationRequested(); // the same Ctrl-C may have ended the process first
            return Faulted($"the launch's process died with exit code {process.ExitCode}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Faulted($"the launch did not end within {Patience(plan).TotalSeconds:0} s");
        }
        catch (IOException exception)
        {
            cancellation.ThrowIfCancellationRequested();
            return Faulted($"the launch's process is gone: {exception.Message}");
        }
        finally
        {
            process.End(hung.IsCancellationRequested ? TimeSpan.Zero : TimeToEnd);
        }

        LaunchObservation Faulted(string fault) =>
            LaunchObservation.Of(plan) with { Fault = fault };
    }

    // Far beyond what any launch takes, so that a hung one is given up and never a slow one.
    private static TimeSpan Patience(LaunchPlan plan) =>
        TimeSpan.FromSeconds(60 + (5 * (plan.Tier.MostWarmUpSeconds + plan.Tier.MeasureSeconds)));
}
