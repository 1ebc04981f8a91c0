using ContextBench.Agent;
using ContextBench.Workloads.Emails;
using ContextBench.Workloads.Logging;
using Xunit;

namespace ContextBench.Workloads.Tests;

public sealed class RequestServicesTests
{
    [Fact]
    public void The_sink_is_the_workloads()
    {
        using var services = new RequestServices(EmailWorkload.Article);

        Assert.IsType<NullSink>(services.Sink);
    }

    [Fact]
    public void Work_is_added_to_every_variant_or_to_none()
    {
        using var plain = new RequestServices(EmailWorkload.Article);
        using var injected = new RequestServices(EmailWorkload.Article, hasInjectedCosts: true, workSpeed: 100);

        Assert.Null(plain.Work.WorkOf(InjectedCost.None));
        Assert.NotNull(injected.Work.WorkOf(InjectedCost.None));
    }
}
