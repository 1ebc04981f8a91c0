using ContextBench.Handlers.Logging;
using Xunit;

namespace ContextBench.Handlers.Tests;

public sealed class RequestServicesTests
{
    [Fact]
    public void Every_variant_is_given_the_same_services()
    {
        using var services = new RequestServices(Workload.Article);
        var given = new List<RequestServices>();
        var variant = new Variant("spy", "", VariantRole.Candidate, services =>
        {
            given.Add(services);
            return new IdleHandler();
        });

        services.CreateHandlers(variant, copies: 1);
        services.CreateHandlers(variant, copies: 1);

        Assert.Equal([services, services], given);
    }

    [Fact]
    public void Without_extra_work_the_handler_is_the_variants_own()
    {
        using var services = new RequestServices(Workload.Article);
        var handler = new IdleHandler();

        Assert.Same(
            handler,
            services.CreateHandlers(new Variant("idle", "", VariantRole.Candidate, _ => handler), copies: 1)[0]);
    }

    [Fact]
    public async Task With_extra_work_the_variants_own_handler_still_handles_the_request()
    {
        using var services = new RequestServices(Workload.Article with { WorkMicroseconds = 1 });
        var inner = new IdleHandler();
        var request = new EmailRequest([]);

        var handler = services.CreateHandlers(
            new Variant("idle", "", VariantRole.Candidate, _ => inner), copies: 1)[0];
        await handler.HandleAsync(request);

        Assert.NotSame(inner, handler);
        Assert.Same(request, inner.Handled);
    }

    [Fact]
    public void The_sink_is_the_workloads()
    {
        using var services = new RequestServices(Workload.Article);

        Assert.IsType<NullSink>(services.Sink);
    }

    private sealed class IdleHandler : RequestHandler
    {
        public EmailRequest? Handled { get; private set; }

        public override Task HandleAsync(EmailRequest request)
        {
            Handled = request;
            return Task.CompletedTask;
        }
    }
}
