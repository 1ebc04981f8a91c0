using ContextBench.Handlers;
using ContextBench.Measurement.Launches;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Tests.Plans;
using Xunit;

namespace ContextBench.Targets.Tests;

public sealed class InMemoryTargetTests
{
    private static readonly LaunchPlan Plan =
        ShortLaunch.Of("in-memory", StudyCatalogue.Default.FactsOf("classic", "control", "async-local", "no-id"));

    [Fact]
    public async Task A_launch_proves_and_measures_every_variant_through_the_pipeline()
    {
        var order = LaunchOrder.Draw(4, new Random(7));
        await using var session = new InMemoryTarget(Plan, order);
        var observed = new List<Observation>();

        var record = await new Launch(Plan, order, session, new Random(7), observed.Add).RunAsync();

        Assert.Null(record.Fault);
        Assert.Equal("NoIdHandler in no-id", session.Handlers["no-id"]);
        Assert.Equal(record.Blocks, observed.OfType<BatchObservation>().Sum(batch => batch.Orders.Length));
        Assert.All(record.Allocations, counted => Assert.All(counted.BytesPerOperation, b => Assert.True(b > 1000)));
    }

    [Fact]
    public async Task Responses_are_the_applications_own_and_log_lines_the_variants()
    {
        var order = LaunchOrder.Draw(4, new Random(7));
        await using var session = new InMemoryTarget(Plan, order);

        var classic = await session.ProveAsync(0, 1);
        var ambient = await session.ProveAsync(2, 1);

        Assert.Equal("""{"sent":3}"""u8.ToArray(), Assert.Single(classic.Responses));
        Assert.Equal(classic.Responses[0], ambient.Responses[0]);
        Assert.Equal(classic.Log, ambient.Log);
        Assert.Equal(4, classic.Log.Count(b => b == (byte)'\n'));
    }

    [Fact]
    public async Task The_servers_time_is_got_by_every_variant_and_may_differ_from_one_answer_to_the_next()
    {
        var study = StudyCatalogue.Get("now");
        var workload = study.Workload.Default with { Depth = 5 };
        var plan = ShortLaunch.Of("in-memory", study.FactsOf("classic", "control", "async-local", "no-id"));
        plan = plan with { Run = plan.Run with { Workload = workload.Facts, Body = [] }, Body = [] };
        var order = LaunchOrder.Draw(4, new Random(7));
        await using var session = new InMemoryTarget(plan, order);

        var record = await new Launch(plan, order, session, new Random(7), _ => { }).RunAsync();

        Assert.True(record.Blocks > 0);
        Assert.Equal("{\"now\":-------------}"u8.ToArray(), (await session.ProveAsync(0, 1)).Responses[0]);
    }

    [Fact]
    public async Task A_slice_before_the_proof_is_refused()
    {
        var order = LaunchOrder.Draw(4, new Random(7));
        await using var session = new InMemoryTarget(Plan, order);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await session.RunSliceAsync(0, 1));
    }

    [Fact]
    public void An_unknown_tier_is_named() =>
        Assert.Contains(
            "'rocket'",
            Assert.Throws<ArgumentException>(
                () => TargetFactory.Start(
                    Plan with { Tier = Plan.Tier with { Tier = "rocket" } },
                    LaunchOrder.Draw(4, new Random(7)))).Message,
            StringComparison.Ordinal);
}
