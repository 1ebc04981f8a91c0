using ContextBench.Agent;
using ContextBench.Handlers;
using ContextBench.Workloads;
using ContextBench.Workloads.Emails;
using Xunit;

namespace ContextBench.Micro.Tests;

public sealed class VariantProofTests
{
    private static readonly Study Lines = StudyCatalogue.Default;
    private static readonly EmailWorkload Workload = new(2, SendMode.Yield, 0, SinkKind.Null);

    public static TheoryData<string> Names => [.. Lines.Variants.Select(variant => variant.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_variant_is_handled_by_the_type_that_it_names_in_a_context_of_its_own(string name)
    {
        var proof = new VariantProof(Lines, Workload);

        Assert.Equal(Lines.Get(name).Facts.Handler, HandlerCopy.IdentityOf(proof.Handler(name)));
    }

    [Fact]
    public void A_variant_with_the_handler_of_another_is_refused()
    {
        var impostor = Lines.Get("async-local") with { HandlerType = Lines.Baseline.HandlerType };

        var exception = Assert.Throws<InvalidOperationException>(
            () => new VariantProof(Lines, Workload) { Host = HostOf(impostor) }.Handler("async-local"));

        Assert.Equal(
            "'async-local' is not the variant it is said to be: it is handled by ClassicHandler in async-local",
            exception.Message);
    }

    [Fact]
    public void A_handler_with_the_right_name_that_logs_nothing_is_refused()
    {
        var silent = typeof(Silent.AsyncLocalHandler);
        var study = Lines with
        {
            Assembly = silent.Assembly,
            Variants = [Lines.Baseline with { HandlerType = silent.FullName! }, new(
                "async-local", "", VariantRole.Candidate, silent.FullName!)],
        };

        var exception = Assert.Throws<InvalidOperationException>(
            () => new VariantProof(study, Workload).Handler("async-local"));

        Assert.Equal("'async-local' is not the variant it is said to be: it wrote 0 log lines", exception.Message);
    }

    private static HandlerHost HostOf(Variant variant) =>
        new(Workload, Lines with { Variants = [Lines.Baseline, variant] }, [Lines.Baseline.Name, variant.Name]);

    public static class Silent
    {
        public sealed class AsyncLocalHandler : RequestHandler<EmailRequest>
        {
            public static RequestHandler Create(RequestServices services) => new AsyncLocalHandler();

            public override Task HandleAsync(EmailRequest request) => Task.CompletedTask;
        }
    }
}
