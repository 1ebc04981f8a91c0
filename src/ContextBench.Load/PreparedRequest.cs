using System.Text;

namespace ContextBench.Load;

/// <summary>The bytes of a request, made once.</summary>
public static class PreparedRequest
{
    /// <summary>A request that posts JSON to a path; or gets the path, where it has no body.</summary>
    /// <param name="path">The path.</param>
    /// <param name="host">The server's <c>host:port</c>.</param>
    /// <param name="body">The body; empty for none.</param>
    public static byte[] Create(string path, string host, byte[] body)
    {
        var head = body.Length == 0
            ? $"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n"
            : $"POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n" +
                $"Content-Length: {body.Length}\r\n\r\n";
        return [.. Encoding.UTF8.GetBytes(head), .. body];
    }

    /// <summary>Sends a prepared request to another path of the same length.</summary>
    /// <param name="request">What <see cref="Create"/> made.</param>
    /// <param name="path">The path, in UTF-8.</param>
    public static void SetPath(byte[] request, ReadOnlySpan<byte> path) =>
        path.CopyTo(request.AsSpan(request.AsSpan().IndexOf((byte)'/')));
}
