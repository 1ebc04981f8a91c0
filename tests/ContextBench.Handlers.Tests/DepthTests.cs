using System.Text;
using ContextBench.Agent;
using ContextBench.Workloads;
using Xunit;

namespace ContextBench.Handlers.Tests;

/// <summary>Nested async methods change how a request gets to its work, and nothing that it does.</summary>
public sealed class DepthTests
{
    private const int Requests = 50;

    [Theory]
    [MemberData(nameof(EveryVariant.Names), MemberType = typeof(EveryVariant))]
    public async Task Depth_changes_no_log_byte(string study, string variant)
    {
        var flat = await LogOf(study, variant, WorkloadOf(study));
        var deep = await LogOf(study, variant, WorkloadOf(study) with { Depth = 30 });

        Assert.NotEmpty(flat);
        Assert.Equal(flat, deep);
    }

    [Theory]
    [MemberData(nameof(EveryVariant.Names), MemberType = typeof(EveryVariant))]
    public async Task A_deep_variant_logs_the_bytes_of_its_baseline(string study, string variant)
    {
        var workload = WorkloadOf(study) with { Depth = 13 };
        var (of, role) = (StudyCatalogue.Get(study), StudyCatalogue.Get(study).Get(variant).Role);
        var baseline = await LogOf(study, of.Baseline.Name, workload);

        Assert.Equal(
            role == VariantRole.WithoutId
                ? string.Concat(baseline.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Select(line => line["[000000000000000000000000000000000001] ".Length..] + "\n"))
                : baseline,
            await LogOf(study, variant, workload));
    }

    [Theory]
    [MemberData(nameof(EveryVariant.Names), MemberType = typeof(EveryVariant))]
    public async Task Many_deep_requests_at_once_keep_their_ids_apart(string study, string variant)
    {
        var workload = WorkloadOf(study) with { Depth = 5 };
        using var host = EveryVariant.HostOf(study, workload);
        var (handler, call) = (host[variant], workload.CreateCall());
        host.StartProof();
        await Task.WhenAll(Enumerable.Range(0, Requests).Select(_ => call(handler)));
        var lines = Encoding.UTF8.GetString(host.EndProof()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(Requests * workload.LogLines, lines.Length);
        if (StudyCatalogue.Get(study).Get(variant).Role == VariantRole.WithoutId)
            return;

        Assert.All(lines.GroupBy(line => line[..38]), request => Assert.Equal(workload.LogLines, request.Count()));
    }

    private static Workload WorkloadOf(string study) => StudyCatalogue.Get(study).Workload.Default;

    private static async Task<string> LogOf(string study, string variant, Workload workload)
    {
        using var host = EveryVariant.HostOf(study, workload);
        host.StartProof();
        await workload.CreateCall()(host[variant]);
        return Encoding.UTF8.GetString(host.EndProof());
    }
}
