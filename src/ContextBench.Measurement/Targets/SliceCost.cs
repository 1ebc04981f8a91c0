namespace ContextBench.Measurement.Targets;

/// <summary>What a slice took.</summary>
/// <param name="ElapsedNs">From before its first operation to after its last, in ns.</param>
/// <param name="CpuNs">CPU time of the process under test, in ns; 0 from a target that is no <see cref="ICpuClock"/>.</param>
public readonly record struct SliceCost(long ElapsedNs, long CpuNs = 0);
