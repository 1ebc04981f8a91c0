namespace ContextBench.Analysis.Results;

/// <summary>What a reader has to know beside the numbers: what was seen and what to do.</summary>
/// <param name="Code">Its permanent name.</param>
/// <param name="Text">One line.</param>
public sealed record Warning(string Code, string Text)
{
    /// <summary>Trimming leaves out rare large costs that the sums show.</summary>
    public static Warning Tail { get; } = new(
        "tail",
        "rare slices cost otherwise, by the untrimmed ratio or by the capped one: never Equivalent; " +
        "launches.csv has both");

    /// <summary>All variants shared a process, which hides what is paid later.</summary>
    public static Warning MixedProcess { get; } = new(
        "mixed-process", "costs after a request's end, but for GC, are shared by all: see --residency apart");

    /// <summary>The CPU clock does not move within a slice, so CPU time is not compared.</summary>
    public static Warning CoarseCpuClock { get; } = new(
        "coarse-cpu-clock",
        "this machine's CPU clock is coarser than a slice, so CPU time is not compared: use longer slices (--slice)");
}
