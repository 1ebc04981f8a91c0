using System.Text;
using ContextBench.Handlers;
using ContextBench.Workloads;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ContextBench.Server.Tests;

public sealed class ServerApplicationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_variant_has_one_route_and_all_paths_are_of_equal_length()
    {
        await using var app = ServerApplication.Create([]);
        var endpoints = EndpointsOf(app);

        Assert.Equal(
            StudyCatalogue.Default.Variants.Select(variant => variant.Name),
            endpoints.Select(endpoint => endpoint.Metadata.GetRequiredMetadata<VariantRoute>().Variant));
        Assert.Distinct(endpoints.Select(PathOf));
        Assert.All(endpoints, endpoint => Assert.Equal("/slot00/emails".Length, PathOf(endpoint).Length));
    }

    [Fact]
    public async Task Routes_are_registered_in_the_order_asked_for_each_in_its_slot()
    {
        await using var app = ServerApplication.Create(["--routes=no-id=12,classic=3,async-local=0"]);

        Assert.Equal(
            [("no-id", "/slot12/emails"), ("classic", "/slot03/emails"), ("async-local", "/slot00/emails")],
            EndpointsOf(app).Select(endpoint =>
                (endpoint.Metadata.GetRequiredMetadata<VariantRoute>().Variant, PathOf(endpoint))));
    }

    [Fact]
    public async Task All_endpoints_are_of_the_same_make()
    {
        await using var app = ServerApplication.Create([]);
        var endpoints = EndpointsOf(app);

        // The same kinds of metadata, one order, and one method behind them: only the handler in it differs.
        Assert.Single(endpoints
            .Select(endpoint => string.Join(' ', endpoint.Metadata.Select(item => item.GetType().Name)))
            .Distinct());
        Assert.Single(endpoints.Select(endpoint => endpoint.RequestDelegate!.Method).Distinct());
        Assert.Distinct(endpoints.Select(endpoint => endpoint.RequestDelegate!.Target));
    }

    [Fact]
    public async Task It_hosts_the_variants_asked_for_and_no_other()
    {
        await using var app = ServerApplication.Create(["--routes=no-id=1,classic=0"]);

        Assert.Equal(
            ["classic", "no-id"],
            app.Services.GetRequiredService<HandlerHost>().HandlerTypes.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_slot_serves_the_variant_that_was_put_there()
    {
        using var server = new InMemoryServer();
        using var permuted = server.WithWebHostBuilder(
            builder => builder.UseSetting("routes", "no-id=0,async-local=7"));
        using var client = permuted.CreateClient();
        var host = permuted.Services.GetRequiredService<HandlerHost>();

        host.StartProof();
        using var first = await client.PostAsync("/slot00/emails", RequestBody.Content(RequestBody.Of()), Cancellation);
        using var second = await client.PostAsync(
            "/slot07/emails", RequestBody.Content(RequestBody.Of()), Cancellation);

        Assert.Equal(
            "Start processing\n[000000000000000000000000000000000002] Start processing\n",
            Encoding.UTF8.GetString(host.EndProof()));
    }

    [Fact]
    public void A_variant_on_two_routes_is_refused_by_its_name() =>
        Assert.Contains(
            "control",
            Assert.ThrowsAny<Exception>(() =>
                ServerApplication.Create(["--routes=control=0,classic=1,control=2"])).Message,
            StringComparison.Ordinal);

    private static RouteEndpoint[] EndpointsOf(WebApplication app) =>
        [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).Cast<RouteEndpoint>()];

    private static string PathOf(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!;
}
