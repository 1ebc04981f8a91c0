using System.Diagnostics;
using System.Net;

namespace ContextBench.Load;

/// <summary>
/// A closed loop on a few keep-alive connections that carry every variant's requests: one thread waits until responses
/// are readable, takes them and sends the next requests. It allocates nothing per request and checks every response.
/// The same connections carry windows of an open loop.
/// </summary>
public sealed class LoadGenerator : IDisposable
{
    private readonly ConnectionSet _connections;
    private readonly OpenLoop _openLoop;
    private long[] _latenciesNs = [];

    /// <summary>Opens the connections.</summary>
    /// <param name="server">Where the server listens.</param>
    /// <param name="connections">How many connections, 1 or more.</param>
    /// <exception cref="TargetFaultException">The server cannot be reached.</exception>
    public LoadGenerator(IPEndPoint server, int connections)
    {
        _connections = new ConnectionSet(server, connections);
        _openLoop = new OpenLoop(_connections, TimeProvider.System);
    }

    /// <summary>Sends one request and learns the response to it.</summary>
    /// <param name="request">The prepared request.</param>
    /// <exception cref="TargetFaultException">The server died, hung or did not answer 200.</exception>
    public ExpectedResponse Ask(ReadOnlySpan<byte> request)
    {
        try
        {
            var connection = _connections.All[0];
            connection.Send(request);
            while (true)
            {
                if (!connection.Socket.Poll(ConnectionSet.Patience, SelectMode.SelectRead))
                    throw ConnectionSet.NoAnswer();
                if (connection.Receive(length: null) is { IsEmpty: false } response)
                    return ExpectedResponse.Learn(response);
            }
        }
        catch (SocketException exception)
        {
            throw ConnectionSet.Broken(exception);
        }
    }

    /// <summary>
    /// Runs a slice: keeps every connection busy until all requests are sent, then waits for the last response.
    /// </summary>
    /// <param name="request">The prepared request.</param>
    /// <param name="expected">What each response has to be.</param>
    /// <param name="operations">Number of requests, 1 or more.</param>
    /// <returns>
    /// What it took, with each latency from the send to the moment at which the response was seen readable; they are
    /// in one buffer of all slices, valid until the next one.
    /// </returns>
    /// <exception cref="TargetFaultException">The server died, hung or answered other bytes.</exception>
    public ClosedLoopSlice RunSlice(ReadOnlySpan<byte> request, ExpectedResponse expected, int operations)
    {
        // Nothing is touched that belongs to one variant alone until all clocks are read: a histogram's place in
        // memory, the same in every launch, would favour one of them.
        if (_latenciesNs.Length < operations)
            _latenciesNs = new long[operations];
        try
        {
            var received = 0;
            var start = Stopwatch.GetTimestamp();
            var toSend = operations;
            var pending = 0;
            foreach (var connection in _connections.All)
            {
                if (toSend == 0)
                    break;
                connection.CountedFrom = Stopwatch.GetTimestamp();
                connection.Send(request);
                toSend--;
                pending++;
            }

            while (pending > 0)
            {
                var readable = _connections.WaitReadable();
                var readableAt = Stopwatch.GetTimestamp();
                foreach (var connection in readable)
                {
                    if (!connection.TakeResponse(expected))
                        continue;

                    _latenciesNs[received++] =
                        (long)Stopwatch.GetElapsedTime(connection.CountedFrom, readableAt).TotalNanoseconds;
                    pending--;
                    if (toSend > 0)
                    {
                        connection.CountedFrom = Stopwatch.GetTimestamp();
                        connection.Send(request);
                        toSend--;
                        pending++;
                    }
                }
            }

            var elapsedNs = (long)Stopwatch.GetElapsedTime(start).TotalNanoseconds;
            return new ClosedLoopSlice(elapsedNs, _latenciesNs.AsMemory(0, operations));
        }
        catch (SocketException exception)
        {
            throw ConnectionSet.Broken(exception);
        }
    }

    /// <summary>
    /// Runs a window of an open loop: sends requests at a constant rate, then waits for the last response.
    /// </summary>
    /// <param name="request">The prepared request.</param>
    /// <param name="expected">What each response has to be.</param>
    /// <param name="requests">Number of requests, 1 or more.</param>
    /// <param name="ratePerSecond">Requests a second, above 0.</param>
    /// <exception cref="TargetFaultException">The server died, hung or answered other bytes.</exception>
    public OpenLoopWindow RunWindow(
        ReadOnlySpan<byte> request, ExpectedResponse expected, int requests, double ratePerSecond) =>
        _openLoop.Run(request, expected, requests, ratePerSecond);

    /// <inheritdoc/>
    public void Dispose() => _connections.Dispose();
}
