using System.Net.Sockets;
using System.Text;

namespace ContextBench.Server.Tests;

/// <summary>One TCP connection to a server: what goes over the wire, byte by byte.</summary>
internal sealed class RawConnection : IDisposable
{
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

    public static string Post(string path, string body) =>
        $"POST {path} HTTP/1.1\r\nHost: test\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    public static string PostChunked(string path, string body) =>
        $"POST {path} HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n"
        + $"{Encoding.UTF8.GetByteCount(body):x}\r\n{body}\r\n0\r\n\r\n";

    public async Task SendAsync(string request, CancellationToken cancellation) =>
        await _client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(request), cancellation);

    /// <summary>Reads until what was received ends with <paramref name="end"/>, or the server closes the connection.</summary>
    /// <returns>What was received, a character a byte, and whether the connection is closed.</returns>
    public async Task<(string Received, bool Closed)> ReceiveAsync(string? end, CancellationToken cancellation)
    {
        var received = new StringBuilder();
        var buffer = new byte[4096];
        while (end is null || !received.ToString().EndsWith(end, StringComparison.Ordinal))
        {
            var count = await _client.GetStream().ReadAsync(buffer, cancellation);
            if (count == 0)
                return (received.ToString(), true);
            received.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }

        return (received.ToString(), false);
    }

    public void Dispose() => _client.Dispose();
}
