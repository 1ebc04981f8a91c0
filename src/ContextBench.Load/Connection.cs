using System.Net;

namespace ContextBench.Load;

/// <summary>A keep-alive connection with at most one request under way.</summary>
internal sealed class Connection : IDisposable
{
    private const int MostResponseBytes = 16 * 1024;

    private readonly byte[] _buffer = new byte[MostResponseBytes];
    private int _received;

    public Connection(IPEndPoint server)
    {
        Socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        Socket.Connect(server);
    }

    public Socket Socket { get; }

    /// <summary>
    /// The moment from which the latency of the request under way counts, as a timestamp of the loop that sent it.
    /// </summary>
    public long CountedFrom { get; set; }

    public bool IsPending { get; private set; }

    public void Send(ReadOnlySpan<byte> request)
    {
        IsPending = true;
        _received = 0;
        for (var sent = 0; sent < request.Length;)
            sent += Socket.Send(request[sent..]);
    }

    /// <summary>Takes what is readable of a response that has to be the expected one.</summary>
    /// <param name="expected">What it has to be.</param>
    /// <returns>Whether it is whole.</returns>
    /// <exception cref="TargetFaultException">It is another one, or the server closed the connection.</exception>
    public bool TakeResponse(ExpectedResponse expected)
    {
        var response = Receive(expected.Length);
        if (response.IsEmpty)
            return false;

        return expected.Matches(response)
            ? true
            : throw new TargetFaultException(
                $"the server answered other bytes: '{ExpectedResponse.FirstLine(response)}'");
    }

    /// <summary>Takes what is readable.</summary>
    /// <param name="length">The response's length, or null where it has to be read from its head.</param>
    /// <returns>The whole response, or an empty span while it is incomplete.</returns>
    public ReadOnlySpan<byte> Receive(int? length)
    {
        var read = Socket.Receive(_buffer.AsSpan(_received));
        if (read == 0)
            throw new TargetFaultException("the server closed a connection in the middle of a request");

        _received += read;
        var received = _buffer.AsSpan(0, _received);
        if ((length ?? ExpectedResponse.LengthOf(received)) is not { } whole || _received < whole)
        {
            return _received < MostResponseBytes && !StartsAsAnError(received)
                ? default
                : throw new TargetFaultException($"the server answered '{ExpectedResponse.FirstLine(received)}'");
        }

        IsPending = false;
        return received;
    }

    public void Dispose() => Socket.Dispose();

    // A shorter answer than the expected one would otherwise be waited for until the time-out.
    private static bool StartsAsAnError(ReadOnlySpan<byte> received) =>
        received.Contains((byte)'\n') && !received.StartsWith("HTTP/1.1 200"u8);
}
