namespace ContextBench.Analysis.Launches;

/// <summary>A launch that counts.</summary>
internal interface ICountedLaunch
{
    /// <summary>The launch's own record.</summary>
    LaunchObservation Record { get; }
}
