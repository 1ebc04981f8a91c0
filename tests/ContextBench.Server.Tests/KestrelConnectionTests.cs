using System.Text.RegularExpressions;
using ContextBench.Handlers;
using Xunit;

namespace ContextBench.Server.Tests;

/// <summary>What goes over a keep-alive connection.</summary>
public sealed partial class KestrelConnectionTests(KestrelServer server) : IClassFixture<KestrelServer>
{
    private static readonly string OneMegabyte = $$"""{"emails":["{{new string('x', 1_000_000)}}"]}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_variant_answers_the_same_bytes_on_one_connection()
    {
        using var connection = await RawConnection.OpenAsync(server.Address, Cancellation);
        foreach (var variant in VariantCatalogue.All)
        {
            await connection.SendAsync(RawConnection.Post(RequestBody.PathOf(variant.Name), RequestBody.Article), Cancellation);
            var (received, closed) = await connection.ReceiveAsync("}", Cancellation);

            Assert.False(closed);
            Assert.Equal(
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\nContent-Type: application/json; charset=utf-8\r\n"
                + "Date: now\r\nServer: Kestrel\r\n\r\n{\"sent\":3}",
                Date().Replace(received, "Date: now"));
        }
    }

    [Fact]
    public async Task After_a_bad_body_the_connection_serves_the_next_request()
    {
        using var connection = await RawConnection.OpenAsync(server.Address, Cancellation);
        await connection.SendAsync(RawConnection.Post(RequestBody.PathOf("classic"), "null"), Cancellation);
        var (bad, _) = await connection.ReceiveAsync("\r\n0\r\n\r\n", Cancellation);
        await connection.SendAsync(RawConnection.Post(RequestBody.PathOf("classic"), RequestBody.Article), Cancellation);
        var (good, _) = await connection.ReceiveAsync("}", Cancellation);

        Assert.StartsWith("HTTP/1.1 400 ", bad, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200 ", good, StringComparison.Ordinal);
    }

    [Fact]
    public Task After_a_body_of_1_MB_the_connection_is_closed_and_said_to_be() =>
        ClosedAndSaidToBe(RawConnection.Post(RequestBody.PathOf("classic"), OneMegabyte));

    [Fact]
    public Task After_a_body_of_unknown_length_and_1_MB_the_connection_is_closed_and_said_to_be() =>
        ClosedAndSaidToBe(RawConnection.PostChunked(RequestBody.PathOf("classic"), OneMegabyte));

    // A client that is not told sends its next request into the closing connection, and loses it (RFC 9112, 9.6).
    private async Task ClosedAndSaidToBe(string request)
    {
        using var connection = await RawConnection.OpenAsync(server.Address, Cancellation);
        await connection.SendAsync(request, Cancellation);
        var (received, closed) = await connection.ReceiveAsync(end: null, Cancellation);

        Assert.StartsWith("HTTP/1.1 400 ", received, StringComparison.Ordinal);
        Assert.True(closed);
        Assert.Contains("\r\nConnection: close\r\n", received, StringComparison.Ordinal);
    }

    [GeneratedRegex("(?<=\r\n)Date: [^\r]+")]
    private static partial Regex Date();
}
