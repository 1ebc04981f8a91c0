using System.Diagnostics;
using ContextBench.Cli;
using ContextBench.Handlers;
using ContextBench.Load;
using ContextBench.Measurement.Launches;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Servers;
using ContextBench.Measurement.Tests.Plans;
using Xunit;

namespace ContextBench.Measurement.Tests.Servers;

/// <summary>A real server process that serves three variants.</summary>
public sealed class HttpTargetTests : IDisposable
{
    private static readonly LaunchPlan Plan = PlanOf();

    private readonly HttpTarget _target = Start();

    [Fact]
    public async Task Every_variant_answers_the_same_and_logs_what_it_claims()
    {
        var classic = await _target.ProveAsync(0, 2);
        var control = await _target.ProveAsync(1, 2);
        var withoutId = await _target.ProveAsync(2, 2);

        Assert.Equal(2, classic.Responses.Count);
        Assert.EndsWith("""{"sent":3}""", System.Text.Encoding.UTF8.GetString(classic.Responses[0]));
        Assert.Equal(classic.Responses, control.Responses);
        Assert.Equal(classic.Responses, withoutId.Responses);
        Assert.Equal(classic.Log, control.Log);
        Assert.Equal(2 * 4, classic.Log.Count(b => b == (byte)'\n')); // four lines a request
        Assert.NotEqual(classic.Log, withoutId.Log);
        await FairnessProof.RunAsync(Plan.Study, _target, [0, 1, 2]);
    }

    [Fact]
    public void Each_variant_is_served_in_its_slot_and_handled_by_its_own_class()
    {
        Assert.Equal(
            ["/slot01/emails", "/slot02/emails", "/slot00/emails"],
            Plan.Study.Names.Select(name => _target.RouteOf(name).AbsolutePath));
        Assert.Equal("NoIdHandler in no-id", _target.Handlers["no-id"]);
    }

    [Fact]
    public async Task A_variant_is_proved_before_it_is_measured()
    {
        await _target.ProveAsync(0, 1);

        await _target.RunSliceAsync(0, 1);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await _target.RunSliceAsync(1, 1));
        Assert.Equal("a variant is proved before it is measured", refused.Message);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await _target.RunWindowAsync(1, 1, 100));
    }

    [Fact]
    public async Task Latencies_are_those_of_a_variants_own_requests_in_slices_and_windows()
    {
        await _target.ProveAsync(0, 1);
        await _target.ProveAsync(1, 1);
        await _target.RunSliceAsync(0, 5);
        Assert.Equal((5, 0), (_target.LatenciesOf(0).Count, _target.LatenciesOf(1).Count));

        _target.ResetLatencies();
        await _target.RunSliceAsync(1, 7);
        var cost = await _target.RunWindowAsync(1, 3, ratePerSecond: 1_000);

        Assert.Equal(3, cost.Window.LatenciesNs.Length);
        Assert.Equal((0, 7 + 3), (_target.LatenciesOf(0).Count, _target.LatenciesOf(1).Count));
    }

    [Fact]
    public async Task The_servers_CPU_time_covers_that_of_its_slices()
    {
        await _target.ProveAsync(0, 1);

        var before = _target.ReadCpuNs();
        var cost = await _target.RunSliceAsync(0, 200);
        var after = _target.ReadCpuNs();

        Assert.InRange(cost.CpuNs, 1, after - before);
    }

    [Fact]
    public async Task What_the_server_counts_is_its_own()
    {
        await _target.ProveAsync(0, 1);

        var before = (await _target.ReadCountersAsync())!.Value;
        await _target.RunSliceAsync(0, 100);
        var used = (await _target.ReadCountersAsync())!.Value - before;

        Assert.True(used.AllocatedBytes > 100 * 1_000); // a request allocates more than a kB
        Assert.Empty(await _target.TakeWorkTimesAsync());
        Assert.Null(_target.WorkSpeed);
        Assert.NotNull(_target.GcMode);
    }

    [Fact]
    public async Task A_server_that_is_gone_is_a_fault()
    {
        await _target.ProveAsync(0, 1);
        using (var server = Process.GetProcessById(_target.ProcessId))
        {
            server.Kill();
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await Assert.ThrowsAsync<TargetFaultException>(async () => await _target.RunSliceAsync(0, 1));
        await Assert.ThrowsAsync<TargetFaultException>(async () => await _target.ReadCountersAsync());
    }

    [Fact]
    public void The_server_ends_with_its_target()
    {
        var target = Start();
        using var server = Process.GetProcessById(target.ProcessId);

        target.Dispose();

        Assert.True(server.WaitForExit(TimeSpan.FromMinutes(1)));
    }

    public void Dispose() => _target.Dispose();

    private static LaunchPlan PlanOf()
    {
        var plan = ShortLaunch.Of("kestrel", StudyCatalogue.Default.FactsOf("classic", "control", "no-id"));
        return plan with
        {
            Tier = plan.Tier with { Connections = 2 },
            Server = RepositoryLayout.Find(AppContext.BaseDirectory).Server,
        };
    }

    private static HttpTarget Start() => HttpTarget.Start(Plan, new LaunchOrder([2, 0, 1], [1, 2, 0], [0, 1, 2]));
}
