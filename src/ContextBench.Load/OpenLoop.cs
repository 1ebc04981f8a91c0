using System.Runtime.CompilerServices;

namespace ContextBench.Load;

/// <summary>
/// An open loop: requests are due at a constant rate, however slowly the server answers, and a latency counts from the
/// moment at which its request was due. So a server that stalls is charged for every request that had to wait, where a
/// closed loop would send none meanwhile (coordinated omission).
/// </summary>
/// <remarks>
/// One thread sends, looks and takes, and spins between: a thread that sleeps would wake up late for the next request.
/// </remarks>
internal sealed class OpenLoop(ConnectionSet connections, TimeProvider clock)
{
    private long[] _latenciesNs = [];

    /// <summary>Runs a window: sends its requests when they are due, then waits for the last response.</summary>
    /// <param name="request">The prepared request.</param>
    /// <param name="expected">What each response has to be.</param>
    /// <param name="requests">Number of requests, 1 or more.</param>
    /// <param name="ratePerSecond">
    /// Requests a second, above 0: request k, counted from 0, is due k / rate after the start.
    /// </param>
    /// <exception cref="TargetFaultException">The server died, hung or answered other bytes.</exception>
    // Called once a window: the first ones, and with them the variants that happen to be first, would otherwise start
    // in code that is not yet optimized.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public OpenLoopWindow Run(
        ReadOnlySpan<byte> request, ExpectedResponse expected, int requests, double ratePerSecond)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(requests, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ratePerSecond);
        if (_latenciesNs.Length < requests)
            _latenciesNs = new long[requests];
        try
        {
            var timestampsApart = clock.TimestampFrequency / ratePerSecond;
            var sent = 0;
            var answered = 0;
            var start = clock.GetTimestamp();
            var due = start;
            var lastSend = start;
            var heard = start;
            while (answered < requests)
            {
                var now = clock.GetTimestamp();
                if (sent < requests && now >= due && connections.NextIdle() is { } idle)
                {
                    if (sent == answered)
                        heard = now; // the server has owed nothing until now
                    idle.CountedFrom = due;
                    idle.Send(request);
                    lastSend = now;
                    sent++;
                    due = start + (long)(sent * timestampsApart); // from the start, so that no rounding adds up
                }

                if (sent == answered)
                    continue;

                var readable = connections.PollReadable();
                if (readable.IsEmpty)
                {
                    if (clock.GetElapsedTime(heard, now) > ConnectionSet.Patience)
                        throw ConnectionSet.NoAnswer();
                    continue;
                }

                heard = clock.GetTimestamp();
                foreach (var connection in readable)
                {
                    if (connection.TakeResponse(expected))
                        _latenciesNs[answered++] = NanosecondsBetween(connection.CountedFrom, heard);
                }
            }

            return new OpenLoopWindow(
                ratePerSecond,
                NanosecondsBetween(start, lastSend),
                NanosecondsBetween(start, heard),
                _latenciesNs.AsMemory(0, requests));
        }
        catch (SocketException exception)
        {
            throw ConnectionSet.Broken(exception);
        }
    }

    private long NanosecondsBetween(long start, long end) => (long)clock.GetElapsedTime(start, end).TotalNanoseconds;
}
