namespace ContextBench.Measurement.Http;

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
    /// Requests a second as they were sent: the number of requests over the time up to the last one and the time until
    /// the next one would have been due. Below <see cref="RatePerSecond"/> where requests still waited for a connection
    /// when the last one was due.
    /// </summary>
    public double ReachedPerSecond => LatenciesNs.Length / ((LastSendNs / 1e9) + (1 / RatePerSecond));
}
