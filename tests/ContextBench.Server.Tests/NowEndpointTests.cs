using System.Net;
using ContextBench.Agent;
using ContextBench.Handlers;
using ContextBench.Workloads;
using ContextBench.Workloads.Now;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace ContextBench.Server.Tests;

/// <summary>The study of the server's time, over HTTP.</summary>
public sealed class NowEndpointTests : IAsyncLifetime
{
    private readonly WebApplication _app =
        ServerApplication.Create(["--urls=http://127.0.0.1:0", "--study=now", "--depth=13"]);

    private readonly HttpClient _client = new();

    public static TheoryData<string> Variants =>
        [.. StudyCatalogue.Get("now").Variants.Select(variant => variant.Name)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync(Cancellation);
        _client.BaseAddress = new Uri(_app.Urls.Single());
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Every_variant_answers_the_time_in_bytes_of_one_length(string variant)
    {
        var before = ServerTime.Now;

        var answer = await Answer.OfAsync(await _client.GetAsync(PathOf(variant), Cancellation), Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("Content-Type: application/json; charset=utf-8\n", answer.Headers, StringComparison.Ordinal);
        Assert.Contains("Content-Length: 21\n", answer.Headers, StringComparison.Ordinal);
        Assert.Matches("""^\{"now":[0-9]{13}\}$""", answer.Body);
        Assert.InRange(long.Parse(answer.Body[7..20]), before, ServerTime.Now);
    }

    [Fact]
    public async Task A_post_is_refused()
    {
        using var response = await _client.PostAsync(
            PathOf("classic"), RequestBody.Content(RequestBody.Article), Cancellation);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public void The_depth_is_an_argument_of_the_servers() => Assert.Equal(
        new NowWorkload(0, SinkKind.Null) { Depth = 13 }, ServerOptions.From(_app.Configuration).Workload);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    private static string PathOf(string variant) => RoutePath.Of(
        NowWorkload.Kind, StudyCatalogue.Get("now").Variants.Select(one => one.Name).ToList().IndexOf(variant));
}
