using System.Text;
using ContextBench.Workloads;
using ContextBench.Workloads.Now;
using Xunit;

namespace ContextBench.Handlers.Tests.Now;

public sealed class NowHandlersTests
{
    public static TheoryData<string> Variants =>
        [.. StudyCatalogue.Get("now").Variants.Select(variant => variant.Name)];

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Every_variant_answers_the_servers_time(string variant)
    {
        using var host = EveryVariant.HostOf("now", NowWorkload.Kind.Default);
        var request = new NowRequest();
        var before = ServerTime.Now;

        var call = RequestHandler.Dispatch((RequestHandler<NowRequest>)host[variant], request);
        await call;

        Assert.InRange(request.Now, before, ServerTime.Now);
    }

    [Fact]
    public async Task The_baseline_logs_one_line_with_the_id()
    {
        var workload = NowWorkload.Kind.Default with { Depth = 13 };
        using var host = EveryVariant.HostOf("now", workload);
        host.StartProof();

        await workload.CreateCall()(host["classic"]);

        Assert.Equal(
            "[000000000000000000000000000000000001] Tell the time\n", Encoding.UTF8.GetString(host.EndProof()));
    }
}
