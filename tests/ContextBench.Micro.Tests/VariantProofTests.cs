using ContextBench.Handlers;
using Xunit;

namespace ContextBench.Micro.Tests;

public sealed class VariantProofTests
{
    private static readonly Workload Workload = new(2, SendMode.Yield, 0, SinkKind.Null);

    public static TheoryData<string> Names => [.. VariantCatalogue.All.Select(variant => variant.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_variant_is_handled_by_the_type_named_for_it(string name)
    {
        using var host = new HandlerHost(Workload, VariantCatalogue.All);

        var handler = new VariantProof(host, Workload.CreateRequest()).Handler(name);

        Assert.Equal(VariantCatalogue.Get(name).HandlerTypeName, handler.GetType().Name);
    }

    [Fact]
    public void A_variant_with_the_handler_of_another_is_refused()
    {
        var impostor = VariantCatalogue.Get("async-local") with { Create = VariantCatalogue.Get("classic").Create };
        using var host = new HandlerHost(Workload, [VariantCatalogue.Baseline, impostor]);

        var exception = Assert.Throws<InvalidOperationException>(
            () => new VariantProof(host, Workload.CreateRequest()).Handler("async-local"));

        Assert.Equal(
            "'async-local' is not the variant it is said to be: it is handled by ClassicHandler", exception.Message);
    }

    [Fact]
    public void A_handler_with_the_right_name_that_logs_nothing_is_refused()
    {
        var silent = VariantCatalogue.Get("async-local") with { Create = _ => new AsyncLocalHandler() };
        using var host = new HandlerHost(Workload, [VariantCatalogue.Baseline, silent]);

        var exception = Assert.Throws<InvalidOperationException>(
            () => new VariantProof(host, Workload.CreateRequest()).Handler("async-local"));

        Assert.Equal("'async-local' is not the variant it is said to be: it wrote 0 log lines", exception.Message);
    }

    private sealed class AsyncLocalHandler : RequestHandler
    {
        public override Task HandleAsync(EmailRequest request) => Task.CompletedTask;
    }
}
