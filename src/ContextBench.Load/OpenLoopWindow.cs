using System.Runtime.InteropServices;

namespace ContextBench.Load;

/// <summary>What happened in one window of an open loop.</summary>
/// <param name="RatePerSecond">Requests a second as asked for, above 0.</param>
/// <param name="LastSendNs">From the start of the window to the send of its last request, in ns.</param>
/// <param name="ElapsedNs">From the start of the window to its last response, in ns.</param>
/// <param name="LatenciesNs">
/// For each request, in the order of the responses, from the moment at which it was due to the one at which its
/// response was seen readable, in ns. All windows of a generator have them in one buffer: valid until the next one.
/// </param>
public readonly record struct OpenLoopWindow(
    double RatePerSecond, long LastSendNs, long ElapsedNs, Memory<long> LatenciesNs)
{
    /// <summary>
    /// Requests a second as they were sent and served: the number of requests over the longer of two times: up to the
    /// last send and until the next would have been due; and up to the last response, less the least latency. The first
    /// is longer than asked for where requests waited for a connection, the second where the server had fallen behind.
    /// </summary>
    public double ReachedPerSecond => LatenciesNs.Length
        / (Math.Max(LastSendNs + (1e9 / RatePerSecond), ElapsedNs - LeastLatencyNs) / 1e9);

    private long LeastLatencyNs => MemoryMarshal.ToEnumerable<long>(LatenciesNs).DefaultIfEmpty(long.MaxValue).Min();
}
