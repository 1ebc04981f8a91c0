namespace ContextBench.Analysis.Launches;

/// <summary>A launch that counts.</summary>
internal interface ICountedLaunch
{
    /// <summary>The launch's own record.</summary>
    LaunchObservation Record { get; }

    /// <summary>
    /// The share of the measured time in which the process under test used its processor, 0 to 1; null where that says
    /// nothing.
    /// </summary>
    double? BusyShare { get; }

    /// <summary>The generator's CPU time per request, in µs; null where there is none, or it says nothing.</summary>
    double? GeneratorCpuUs { get; }
}
