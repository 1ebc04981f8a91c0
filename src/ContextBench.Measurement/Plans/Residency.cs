namespace ContextBench.Measurement.Plans;

/// <summary>Where the variants of a launch live.</summary>
public enum Residency
{
    /// <summary>
    /// All in one process: slices alternate finely, and what is paid later than its slice is shared between them.
    /// </summary>
    Together,

    /// <summary>
    /// Each in a process of its own, which pays for everything that it causes. Processes of the same code differ for
    /// as long as they live, so it takes more launches.
    /// </summary>
    Apart,
}
