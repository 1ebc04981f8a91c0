using System.Text.RegularExpressions;
using ContextBench.Handlers;
using Xunit;

namespace ContextBench.Server.Tests;

/// <summary>What goes over a keep-alive connection.</summary>
public sealed partial class KestrelConnectionTests(KestrelServer server) : IClassFixture<KestrelServer>
{
    private static readonly byte[] OneMegabyte = RequestBody.Of(new string('x', 1_000_000));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_variant_answers_the_same_bytes_on_one_connection()
    {
        using var connection = await RawConnection.OpenAsync(server.Address, Cancellation);
        foreach (var variant in StudyCatalogue.Default.Variants)
        {
            await connection.SendAsync(
                RawConnection.Post(RequestBody.PathOf(variant.Name), RequestBody.Article), Cancellation);
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
        await connection.SendAsync(RawConnection.Post(RequestBody.PathOf("classic"), "null"u8.ToArray()), Cancellation);
        var (bad, _) = await connection.ReceiveAsync("\r\n0\r\n\r\n", Cancellation);
        await connection.SendAsync(
            RawConnection.Post(RequestBody.PathOf("classic"), RequestBody.Article), Cancellation);
        var (good, _) = await connection.ReceiveAsync("}", Cancellation);

        Assert.StartsWith("HTTP/1.1 400 ", bad, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200 ", good, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_breaks_HTTP_gets_a_400()
    {
        using var connection = await RawConnection.OpenAsync(server.Address, Cancellation);
        byte[] request =
            [.. RawConnection.Head(RequestBody.PathOf("classic"), "Transfer-Encoding: chunked"), .. "no length\r\n"u8];
        await connection.SendAsync(request, Cancellation);
        var (received, _) = await connection.ReceiveAsync(end: null, Cancellation);

        Assert.StartsWith("HTTP/1.1 400 ", received, StringComparison.Ordinal);
        Assert.Contains("The body could not be read.", received, StringComparison.Ordinal);
    }

    [Fact]
    public Task A_body_of_1_MB_gets_the_same_400_from_every_variant_and_is_not_handled() =>
        RefusesAlike(RawConnection.Post);

    [Fact]
    public Task A_body_of_unknown_length_and_1_MB_gets_the_same_400_from_every_variant_and_is_not_handled() =>
        RefusesAlike(RawConnection.PostChunked);

    [Fact]
    public Task Closing_the_connection_after_a_body_of_1_MB_the_server_says_so() => ClosesAndSaysSo(RawConnection.Post);

    [Fact]
    public Task Closing_the_connection_after_a_body_of_unknown_length_and_1_MB_the_server_says_so() =>
        ClosesAndSaysSo(RawConnection.PostChunked);

    private async Task RefusesAlike(Func<string, byte[], byte[]> post)
    {
        string? classic = null;
        server.Host.StartProof();
        foreach (var variant in StudyCatalogue.Default.Variants)
        {
            var received = await AnswerTo1MegabyteAsync(variant.Name, post);

            Assert.StartsWith("HTTP/1.1 400 ", received, StringComparison.Ordinal);
            Assert.Contains("Content-Type: application/problem+json\r\n", received, StringComparison.Ordinal);
            Assert.Contains("The body is longer than 256 KiB.", received, StringComparison.Ordinal);
            Assert.Equal(classic ??= received, received);
        }

        Assert.Empty(server.Host.EndProof());
    }

    // A client that is not told sends its next request into the closing connection, and loses it (RFC 9112, 9.6).
    private async Task ClosesAndSaysSo(Func<string, byte[], byte[]> post) =>
        Assert.Contains(
            "\r\nConnection: close\r\n", await AnswerTo1MegabyteAsync("classic", post), StringComparison.Ordinal);

    private async Task<string> AnswerTo1MegabyteAsync(string variant, Func<string, byte[], byte[]> post)
    {
        using var connection = await RawConnection.OpenAsync(server.Address, Cancellation);
        var received = await connection.SendUntilClosedAsync(
            post(RequestBody.PathOf(variant), OneMegabyte), Cancellation);
        return Date().Replace(received, "Date: now");
    }

    [GeneratedRegex("(?<=\r\n)Date: [^\r]+")]
    private static partial Regex Date();
}
