using System.Net;

namespace ContextBench.Load;

/// <summary>The keep-alive connections that carry every variant's requests, whatever loop sends them.</summary>
internal sealed class ConnectionSet : IDisposable
{
    /// <summary>How long a server may leave every request under way unanswered before it counts as hung.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Connection[] _all;
    private readonly Connection[] _readable;
    private readonly List<Socket> _sockets;
    private int _next;

    /// <summary>Opens the connections.</summary>
    /// <param name="server">Where the server listens.</param>
    /// <param name="count">How many, 1 or more.</param>
    /// <exception cref="TargetFaultException">The server cannot be reached.</exception>
    public ConnectionSet(IPEndPoint server, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        try
        {
            _all = [.. Enumerable.Range(0, count).Select(_ => new Connection(server))];
        }
        catch (SocketException exception)
        {
            throw new TargetFaultException($"the server at {server} cannot be reached: {exception.Message}", exception);
        }

        _readable = new Connection[count];
        _sockets = new List<Socket>(count);
    }

    /// <summary>All of them.</summary>
    public ReadOnlySpan<Connection> All => _all;

    /// <summary>Waits until responses are readable.</summary>
    /// <returns>The connections that they are on, at least one; valid until the next call.</returns>
    /// <exception cref="TargetFaultException">There is none for too long.</exception>
    public ReadOnlySpan<Connection> WaitReadable()
    {
        var readable = Readable(Patience);
        return readable.IsEmpty ? throw NoAnswer() : readable;
    }

    /// <summary>Looks which responses are readable, without waiting; at least one request is under way.</summary>
    /// <returns>The connections that they are on, maybe none; valid until the next call.</returns>
    public ReadOnlySpan<Connection> PollReadable() => Readable(TimeSpan.Zero);

    /// <summary>Finds a connection without a request under way, or null while there is none.</summary>
    /// <remarks>
    /// Each in its turn: a connection that is only needed when the others are busy would be closed by the server
    /// meanwhile, as one that is no longer used.
    /// </remarks>
    public Connection? NextIdle()
    {
        for (var i = 0; i < _all.Length; i++)
        {
            var connection = _all[_next];
            _next = _next + 1 == _all.Length ? 0 : _next + 1;
            if (!connection.IsPending)
                return connection;
        }

        return null;
    }

    /// <summary>The fault of a server that hangs.</summary>
    public static TargetFaultException NoAnswer() =>
        new($"the server did not answer within {Patience.TotalSeconds:0} s");

    /// <summary>The fault of a connection that broke.</summary>
    /// <param name="exception">How it broke.</param>
    public static TargetFaultException Broken(SocketException exception) =>
        new($"the connection to the server broke: {exception.Message}", exception);

    public void Dispose()
    {
        foreach (var connection in _all)
            connection.Dispose();
    }

    private ReadOnlySpan<Connection> Readable(TimeSpan patience)
    {
        _sockets.Clear();
        foreach (var connection in _all)
        {
            if (connection.IsPending)
                _sockets.Add(connection.Socket);
        }

        Socket.Select(_sockets, null, null, patience);
        var readable = 0;
        foreach (var connection in _all)
        {
            if (readable == _sockets.Count)
                break;
            if (ReferenceEquals(_sockets[readable], connection.Socket)) // they are in the order of the connections
                _readable[readable++] = connection;
        }

        return _readable.AsSpan(0, readable);
    }
}
