namespace ContextBench.Load;

/// <summary>What happened in one slice of a closed loop.</summary>
/// <param name="ElapsedNs">From the first send to the last response, in ns.</param>
/// <param name="LatenciesNs">
/// The latency of each request, in ns, in the order of the responses. All slices of a generator have them in one
/// buffer: valid until the next one.
/// </param>
public readonly record struct ClosedLoopSlice(long ElapsedNs, ReadOnlyMemory<long> LatenciesNs);
