namespace ContextBench.Analysis.Launches;

/// <summary>
/// Times that no clock can show that only goes forwards: elapsed time of 0 or less, or CPU time below 0.
/// </summary>
internal static class Clock
{
    /// <summary>Whether what was measured took such a time.</summary>
    /// <param name="elapsedNs">Elapsed time, in ns.</param>
    /// <param name="cpuNs">CPU time, in ns; 0 where its clock is coarser than that, null where there is none.</param>
    public static bool WentBackwards(long elapsedNs, long? cpuNs) => elapsedNs <= 0 || cpuNs < 0;
}
