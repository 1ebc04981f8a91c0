using System.Net;
using System.Text;
using ContextBench.Agent;
using ContextBench.Handlers;
using Xunit;

namespace ContextBench.Server.Tests;

/// <summary>Every variant answers and logs alike, at every tier.</summary>
public abstract class EmailEndpointTests(ITestedServer server)
{
    public static TheoryData<string> Variants => [.. StudyCatalogue.Default.Variants.Select(variant => variant.Name)];

    public static TheoryData<string, string> BadBodies => new()
    {
        { "empty", "not JSON" },
        { "white space", "not JSON" },
        { "no JSON", "not JSON" },
        { "half of the JSON", "not JSON" },
        { "more after the JSON", "not JSON" },
        { "no UTF-8", "not JSON" },
        { "half a surrogate pair", "not JSON" },
        { "nested 100 deep", "not JSON" },
        { "an array", "not JSON" },
        { "null", "null" },
        { "an empty object", "\"emails\"" },
        { "emails null", "\"emails\"" },
        { "emails a string", "not JSON" },
        { "emails an object", "not JSON" },
        { "an entry that is a number", "not JSON" },
        { "an entry null", "emails[1]" },
        { "an entry empty", "emails[1]" },
        { "an entry of white space", "emails[1]" },
        { "an entry with a line feed", "emails[1]" },
        { "an entry with a NUL", "emails[1]" },
        { "an entry of 321 characters", "emails[1]" },
        { "1,001 emails", "1001 emails" },
        { "10,000 emails", "emails; at most 1000" },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Classic_answers_200_with_the_number_of_emails_sent()
    {
        var answer = await PostAsync("classic", RequestBody.Article);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("""{"sent":3}""", answer.Body);
        Assert.Contains("Content-Type: application/json; charset=utf-8\n", answer.Headers, StringComparison.Ordinal);
        Assert.Contains("Content-Length: 10\n", answer.Headers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Classic_logs_the_start_and_one_line_an_email_each_with_the_id()
    {
        var (_, log) = await ProvenPostAsync("classic", RequestBody.Article);

        Assert.Equal(
            """
            [000000000000000000000000000000000001] Start processing
            [000000000000000000000000000000000001] Send email: user000@example.com
            [000000000000000000000000000000000001] Send email: user001@example.com
            [000000000000000000000000000000000001] Send email: user002@example.com

            """,
            log);
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Every_variant_answers_and_logs_the_bytes_of_classic(string variant)
    {
        byte[][] bodies =
        [
            RequestBody.Article,
            RequestBody.Of(),
            """{"emails":["\uD83E\uDD8A@example.com","用户@例え.jp"],"other":1}"""u8.ToArray(),
            RequestBody.Of([.. Enumerable.Range(0, 1_000).Select(i => $"user{i:D3}@example.com")]),
        ];
        foreach (var body in bodies)
        {
            var classic = await ProvenPostAsync("classic", body);
            var other = await ProvenPostAsync(variant, body);

            Assert.Equal(HttpStatusCode.OK, classic.Answer.Status);
            Assert.Equal(classic.Answer, other.Answer);
            Assert.Equal(ExpectedOf(variant, classic.Log), other.Log);
        }
    }

    [Theory]
    [InlineData(0, """{"sent":0}""")]
    [InlineData(9, """{"sent":9}""")]
    [InlineData(10, """{"sent":10}""")]
    [InlineData(1_000, """{"sent":1000}""")]
    public async Task The_answer_has_the_length_that_it_announces(int emails, string expected)
    {
        var body = RequestBody.Of([.. Enumerable.Repeat("user@example.com", emails)]);
        var answer = await PostAsync("classic", body);

        Assert.Equal(expected, answer.Body);
        Assert.Contains($"Content-Length: {expected.Length}\n", answer.Headers, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task A_bad_body_gets_the_same_400_from_every_variant_and_is_not_handled(string name, string problem)
    {
        var body = BadBody(name);
        Answer? classic = null;
        foreach (var variant in StudyCatalogue.Default.Variants)
        {
            server.Host.StartProof();
            var answer = await PostAsync(variant.Name, body);
            await PostAsync("classic", RequestBody.Of());
            var log = Encoding.UTF8.GetString(server.Host.EndProof());

            IsProblem(answer, problem);
            // No line was logged, and no id made: the next request's is the first.
            Assert.Equal("[000000000000000000000000000000000001] Start processing\n", log);
            Assert.Equal(classic ??= answer, answer);
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task A_body_of_unknown_length_is_handled_like_any_other(string variant)
    {
        var answer = await PostAsync(variant, RequestBody.Of("user@example.com"), chunked: true);

        Assert.Equal("""{"sent":1}""", answer.Body);
        Assert.Equal(await PostAsync(variant, RequestBody.Of("user@example.com")), answer);
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Another_method_than_POST_gets_a_405(string variant)
    {
        var answer = await SendAsync(HttpMethod.Get, RequestBody.PathOf(variant), null);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
        Assert.Contains("Allow: POST\n", answer.Headers, StringComparison.Ordinal);
        Assert.Equal(await SendAsync(HttpMethod.Get, RequestBody.PathOf("classic"), null), answer);
    }

    [Theory]
    [InlineData("/slot99/emails")]
    [InlineData("/slot00/email")]
    [InlineData("/")]
    public async Task A_path_that_no_variant_has_gets_a_404(string path) =>
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await SendAsync(HttpMethod.Post, path, RequestBody.Content(RequestBody.Article))).Status);

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Requests_at_once_are_each_answered_with_their_own_number(string variant)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(emails => PostAsync(
            variant, RequestBody.Of([.. Enumerable.Repeat("user@example.com", emails)]))));

        Assert.Equal(
            Enumerable.Range(0, 50).Select(emails => $$"""{"sent":{{emails}}}"""),
            answers.Select(answer => answer.Body));
    }

    protected Task<Answer> PostAsync(string variant, byte[] body, bool chunked = false) =>
        SendAsync(HttpMethod.Post, RequestBody.PathOf(variant), RequestBody.Content(body), chunked);

    protected static void IsProblem(Answer answer, string detail)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("Content-Type: application/problem+json", answer.Headers, StringComparison.Ordinal);
        using var problem = System.Text.Json.JsonDocument.Parse(answer.Body);
        Assert.Equal(400, problem.RootElement.GetProperty("status").GetInt32());
        Assert.Contains(detail, problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static byte[] BadBody(string name) => name switch
    {
        "empty" => [],
        "white space" => " \n"u8.ToArray(),
        "no JSON" => "emails=user@example.com"u8.ToArray(),
        "half of the JSON" => """{"emails":["user@"""u8.ToArray(),
        "more after the JSON" => """{"emails":[]} {"emails":[]}"""u8.ToArray(),
        "no UTF-8" => [.. """{"emails":["""u8, (byte)'"', 0xFF, (byte)'"', .. "]}"u8],
        "half a surrogate pair" => """{"emails":["\uD83E"]}"""u8.ToArray(),
        "nested 100 deep" => Encoding.UTF8.GetBytes(
            $$"""{"other":{{new string('[', 100)}}{{new string(']', 100)}},"emails":[]}"""),
        "an array" => """["user@example.com"]"""u8.ToArray(),
        "null" => "null"u8.ToArray(),
        "an empty object" => "{}"u8.ToArray(),
        "emails null" => """{"emails":null}"""u8.ToArray(),
        "emails a string" => """{"emails":"user@example.com"}"""u8.ToArray(),
        "emails an object" => """{"emails":{"0":"user@example.com"}}"""u8.ToArray(),
        "an entry that is a number" => """{"emails":["user@example.com",1]}"""u8.ToArray(),
        "an entry null" => """{"emails":["user@example.com",null]}"""u8.ToArray(),
        "an entry empty" => RequestBody.Of("user@example.com", ""),
        "an entry of white space" => RequestBody.Of("user@example.com", "  "),
        "an entry with a line feed" => RequestBody.Of("user@example.com", @"user\n@example.com"),
        "an entry with a NUL" => RequestBody.Of("user@example.com", @"user\u0000@example.com"),
        "an entry of 321 characters" => RequestBody.Of("user@example.com", new string('x', 321)),
        "1,001 emails" => RequestBody.Of([.. Enumerable.Repeat("user@example.com", 1_001)]),
        "10,000 emails" => RequestBody.Of([.. Enumerable.Repeat("a@example.com", 10_000)]), // 160 KB
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such body"),
    };

    private static string ExpectedOf(string variant, string classicLog) =>
        StudyCatalogue.Default.Get(variant).Role != VariantRole.WithoutId
            ? classicLog
            : classicLog.Replace("[000000000000000000000000000000000001] ", "", StringComparison.Ordinal);


    private async Task<(Answer Answer, string Log)> ProvenPostAsync(string variant, byte[] body)
    {
        server.Host.StartProof();
        var answer = await PostAsync(variant, body);
        return (answer, Encoding.UTF8.GetString(server.Host.EndProof()));
    }

    private async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, bool chunked = false)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.TransferEncodingChunked = chunked ? true : null;
        return await Answer.OfAsync(await server.Client.SendAsync(request, Cancellation), Cancellation);
    }
}

/// <summary>On ASP.NET Core's test server, which knows no limit of its own on a body.</summary>
public sealed class InMemoryEmailEndpointTests(InMemoryServer server)
    : EmailEndpointTests(server), IClassFixture<InMemoryServer>
{
    private readonly InMemoryServer _server = server;

    [Theory]
    [InlineData(false, "The body is longer than 256 KiB.")]
    [InlineData(true, "emails[0] has over 320 characters")]
    public async Task A_body_of_1_MB_gets_the_same_400_from_every_variant_and_is_not_handled(
        bool chunked, string problem)
    {
        Answer? classic = null;
        _server.Host.StartProof();
        foreach (var variant in StudyCatalogue.Default.Variants)
        {
            var answer = await PostAsync(variant.Name, RequestBody.Of(new string('x', 1_000_000)), chunked);

            IsProblem(answer, problem);
            Assert.Equal(classic ??= answer, answer);
        }

        Assert.Empty(_server.Host.EndProof());
    }
}

/// <summary>On Kestrel, over loopback.</summary>
public sealed class KestrelEmailEndpointTests(KestrelServer server)
    : EmailEndpointTests(server), IClassFixture<KestrelServer>;
