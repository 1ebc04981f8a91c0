using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ContextBench.Load.Tests;

/// <summary>
/// A real socket that answers each request with what a script says; null closes the connection instead.
/// </summary>
internal sealed class ScriptedServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<int, string?> _script;
    private int _requests;

    public ScriptedServer(Func<int, string?> script)
    {
        _script = script;
        _listener.Start();
        _ = AcceptAsync();
    }

    public IPEndPoint Address => (IPEndPoint)_listener.LocalEndpoint;

    public int Requests => _requests;

    public static string Ok(string body) => $"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\n\r\n{body}";

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var connection = await _listener.AcceptSocketAsync();
                _ = Task.Run(() => ServeAsync(connection)); // a script may wait for what another connection brings
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket connection)
    {
        using var owned = connection;
        connection.NoDelay = true;
        var buffer = new byte[4096];
        while (await connection.ReceiveAsync(buffer) > 0) // each request arrives in one piece: it is small and alone
        {
            if (_script(Interlocked.Increment(ref _requests)) is not { } response)
                return;

            var bytes = Encoding.ASCII.GetBytes(response);
            await connection.SendAsync(bytes.AsMemory(0, bytes.Length / 2)); // in two pieces, as a network may
            await connection.SendAsync(bytes.AsMemory(bytes.Length / 2));
        }
    }
}
