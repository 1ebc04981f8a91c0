namespace ContextBench.Measurement.Observations;

/// <summary>Says which phase a launch has begun. Reported, never kept.</summary>
/// <param name="Phase">The phase.</param>
public sealed record ProgressObservation(LaunchPhase Phase) : Observation;

/// <summary>The phases of a launch.</summary>
public enum LaunchPhase
{
    /// <summary>Proving that the variants are those claimed and write the same bytes.</summary>
    Proof,

    /// <summary>Warming up until slices are steady.</summary>
    WarmUp,

    /// <summary>Running blocks or, with an open loop, rounds of windows.</summary>
    Blocks,

    /// <summary>Counting allocated bytes; there is no such phase with an open loop.</summary>
    Allocation,
}
