namespace ContextBench.Measurement.Targets;

/// <summary>What a window of an open loop took.</summary>
/// <param name="Window">What happened in it.</param>
/// <param name="CpuNs">CPU time of the process under test, in ns; 0 from a target that is no <see cref="ICpuClock"/>.</param>
public readonly record struct WindowCost(OpenLoopWindow Window, long CpuNs = 0);
