using ContextBench.Measurement.Runs;

namespace ContextBench.Measurement.Engines;

/// <summary>One way to make load and to count it.</summary>
public interface IEngine
{
    /// <summary>Makes sure, before anything is written, that what it needs is there.</summary>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ProgramMissingException">A program that it needs is not there.</exception>
    Task RequireAsync(CancellationToken cancellation);

    /// <summary>
    /// Runs one launch; all that it observed but its own record is on disk when it has ended: the record is written by
    /// the <see cref="Runner"/>, which knows whether the launch counts.
    /// </summary>
    /// <param name="launch">The launch.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The launch's own record, with its fault if it has one.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    Task<LaunchObservation> RunLaunchAsync(PlannedLaunch launch, CancellationToken cancellation);
}
