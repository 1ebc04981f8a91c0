using System.Text;
using System.Text.Json;
using ContextBench.Handlers;

namespace ContextBench.Measurement.Http;

/// <summary>The bytes of a request, made once.</summary>
public static class PreparedRequest
{
    private const string Method = "POST ";

    /// <summary>A request that carries a workload's emails to a path.</summary>
    /// <param name="path">The variant's path.</param>
    /// <param name="host">The server's <c>host:port</c>.</param>
    /// <param name="request">The body.</param>
    public static byte[] Create(string path, string host, EmailRequest request)
    {
        var body = BodyOf(request);
        var head = Encoding.UTF8.GetBytes(
            $"{Method}{path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n" +
            $"Content-Length: {body.Length}\r\n\r\n");
        return [.. head, .. body];
    }

    /// <summary>Sends a prepared request to another path of the same length.</summary>
    /// <param name="request">What <see cref="Create"/> made.</param>
    /// <param name="path">The path, in UTF-8.</param>
    public static void SetPath(byte[] request, ReadOnlySpan<byte> path) => path.CopyTo(request.AsSpan(Method.Length));

    /// <summary>The body alone: JSON in UTF-8.</summary>
    /// <param name="request">The body.</param>
    public static byte[] BodyOf(EmailRequest request) =>
        JsonSerializer.SerializeToUtf8Bytes(request, JsonSerializerOptions.Web);
}
