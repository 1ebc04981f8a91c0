using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ContextBench.Measurement.Tiers;

namespace ContextBench.Measurement.Http;

/// <summary>
/// A closed loop on a few keep-alive connections that carry every variant's requests: one thread waits until responses
/// are readable, takes them and sends the next requests. It allocates nothing per request and checks every response.
/// </summary>
public sealed class LoadGenerator : IDisposable
{
    private const int TimeoutMicroseconds = 10_000_000;

    private readonly Connection[] _connections;
    private readonly List<Socket> _readable;
    private long[] _latenciesNs = [];

    /// <summary>Opens the connections.</summary>
    /// <param name="server">Where the server listens.</param>
    /// <param name="connections">How many connections, 1 or more.</param>
    /// <exception cref="LaunchFaultException">The server cannot be reached.</exception>
    public LoadGenerator(IPEndPoint server, int connections)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(connections, 1);
        try
        {
            _connections = [.. Enumerable.Range(0, connections).Select(_ => new Connection(server))];
        }
        catch (SocketException exception)
        {
            throw new LaunchFaultException($"the server at {server} cannot be reached: {exception.Message}", exception);
        }

        _readable = new List<Socket>(connections);
    }

    /// <summary>Sends one request and learns the response to it.</summary>
    /// <param name="request">The prepared request.</param>
    /// <exception cref="LaunchFaultException">The server died, hung or did not answer 200.</exception>
    public ExpectedResponse Ask(ReadOnlySpan<byte> request)
    {
        try
        {
            var connection = _connections[0];
            connection.Send(request);
            while (true)
            {
                if (!connection.Socket.Poll(TimeoutMicroseconds, SelectMode.SelectRead))
                    throw NoAnswer();
                if (connection.Receive(length: null) is { IsEmpty: false } response)
                    return ExpectedResponse.Learn(response);
            }
        }
        catch (SocketException exception)
        {
            throw Broken(exception);
        }
    }

    /// <summary>
    /// Runs a slice: keeps every connection busy until all requests are sent, then waits for the last response.
    /// </summary>
    /// <param name="request">The prepared request.</param>
    /// <param name="expected">What each response has to be.</param>
    /// <param name="operations">Number of requests, 1 or more.</param>
    /// <param name="latencies">
    /// Takes each latency, from the send to the moment at which the response was seen readable.
    /// </param>
    /// <returns>From the first send to the last response, in ns.</returns>
    /// <exception cref="LaunchFaultException">The server died, hung or answered other bytes.</exception>
    public long RunSlice(
        ReadOnlySpan<byte> request, ExpectedResponse expected, int operations, LatencyHistogram latencies)
    {
        // While the slice runs, nothing is touched that belongs to one variant alone: a histogram's place in memory,
        // the same in every launch, would favour one of them.
        if (_latenciesNs.Length < operations)
            _latenciesNs = new long[operations];
        try
        {
            var received = 0;
            var start = Stopwatch.GetTimestamp();
            var toSend = operations;
            var pending = 0;
            foreach (var connection in _connections)
            {
                if (toSend == 0)
                    break;
                connection.SentAt = Stopwatch.GetTimestamp();
                connection.Send(request);
                toSend--;
                pending++;
            }

            while (pending > 0)
            {
                WaitUntilReadable();
                var readableAt = Stopwatch.GetTimestamp();
                var next = 0; // the readable sockets are in the order of the connections
                foreach (var connection in _connections)
                {
                    if (next == _readable.Count)
                        break;
                    if (!ReferenceEquals(_readable[next], connection.Socket))
                        continue;
                    next++;

                    var response = connection.Receive(expected.Length);
                    if (response.IsEmpty)
                        continue;
                    if (!expected.Matches(response))
                        throw new LaunchFaultException(
                            $"the server answered other bytes: '{ExpectedResponse.FirstLine(response)}'");

                    _latenciesNs[received++] =
                        (long)Stopwatch.GetElapsedTime(connection.SentAt, readableAt).TotalNanoseconds;
                    pending--;
                    if (toSend > 0)
                    {
                        connection.SentAt = Stopwatch.GetTimestamp();
                        connection.Send(request);
                        toSend--;
                        pending++;
                    }
                }
            }

            var elapsedNs = (long)Stopwatch.GetElapsedTime(start).TotalNanoseconds;
            foreach (var latencyNs in _latenciesNs.AsSpan(0, operations))
                latencies.Record(latencyNs);
            return elapsedNs;
        }
        catch (SocketException exception)
        {
            throw Broken(exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var connection in _connections)
            connection.Dispose();
    }

    private void WaitUntilReadable()
    {
        _readable.Clear();
        foreach (var connection in _connections)
        {
            if (connection.IsPending)
                _readable.Add(connection.Socket);
        }

        Socket.Select(_readable, null, null, TimeoutMicroseconds);
        if (_readable.Count == 0)
            throw NoAnswer();
    }

    private static LaunchFaultException NoAnswer() =>
        new($"the server did not answer within {TimeoutMicroseconds / 1_000_000} s");

    private static LaunchFaultException Broken(SocketException exception) =>
        new($"the connection to the server broke: {exception.Message}", exception);
}
