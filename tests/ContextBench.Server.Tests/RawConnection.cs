using System.Net.Sockets;
using System.Text;

namespace ContextBench.Server.Tests;

/// <summary>One TCP connection to a server: what goes over the wire, byte by byte.</summary>
internal sealed class RawConnection : IDisposable
{
    private const int HangSeconds = 30; // no limit to pass, a way out of a server that does not answer

    private readonly TcpClient _client = new();

    private RawConnection()
    {
    }

    public static async Task<RawConnection> OpenAsync(Uri address, CancellationToken cancellation)
    {
        var connection = new RawConnection();
        await connection._client.ConnectAsync(address.Host, address.Port, cancellation);
        return connection;
    }

    public static byte[] Post(string path, byte[] body) =>
        [.. Head(path, $"Content-Length: {body.Length}"), .. body];

    public static byte[] PostChunked(string path, byte[] body) =>
    [
        .. Head(path, "Transfer-Encoding: chunked"),
        .. Encoding.ASCII.GetBytes($"{body.Length:x}\r\n"), .. body, .. "\r\n0\r\n\r\n"u8,
    ];

    public static byte[] Head(string path, string framing) =>
        Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: test\r\n{framing}\r\n\r\n");

    public async Task SendAsync(byte[] request, CancellationToken cancellation) =>
        await _client.GetStream().WriteAsync(request, cancellation);

    /// <summary>
    /// Sends a request while it receives, for a server that answers and closes before it has read the request.
    /// </summary>
    /// <returns>All that was received until the server closed the connection.</returns>
    public async Task<string> SendUntilClosedAsync(byte[] request, CancellationToken cancellation)
    {
        var receiving = ReceiveAsync(end: null, cancellation);
        try
        {
            await SendAsync(request, cancellation);
        }
        catch (IOException)
        {
            // closed before all was sent
        }

        return (await receiving).Received;
    }

    /// <summary>
    /// Reads until what was received ends with <paramref name="end"/>, or the server closes the connection.
    /// </summary>
    /// <returns>What was received, a character a byte, and whether the connection is closed.</returns>
    public async Task<(string Received, bool Closed)> ReceiveAsync(string? end, CancellationToken cancellation)
    {
        using var hang = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        hang.CancelAfter(TimeSpan.FromSeconds(HangSeconds));
        var received = new StringBuilder();
        var buffer = new byte[4096];
        while (end is null || !received.ToString().EndsWith(end, StringComparison.Ordinal))
        {
            var count = await ReadAsync(buffer, hang.Token);
            if (count == 0)
                return (received.ToString(), true);
            received.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }

        return (received.ToString(), false);
    }

    public void Dispose() => _client.Dispose();

    private async Task<int> ReadAsync(byte[] buffer, CancellationToken cancellation)
    {
        try
        {
            return await _client.GetStream().ReadAsync(buffer, cancellation);
        }
        catch (IOException)
        {
            return 0; // reset: closed with something left unread
        }
    }
}
