using ContextBench.Agent;
using ContextBench.Cli;
using ContextBench.Handlers;
using ContextBench.Load;
using ContextBench.Measurement.Launches;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Servers;
using ContextBench.Measurement.Tests.Plans;
using ContextBench.Workloads.Emails;
using Xunit;

namespace ContextBench.Measurement.Tests.Servers;

/// <summary>Real server processes, one of each variant.</summary>
public sealed class ApartTargetTests
{
    private static readonly LaunchPlan Plan = PlanOf(workUs: 1);

    [Fact]
    public async Task A_launch_apart_proves_measures_and_counts_every_variant_in_its_own_process()
    {
        var random = new Random(Plan.Seed);
        var order = LaunchOrder.Draw(Plan.Study.Names.Count, random);
        var observed = new List<Observation>();
        await using var tier = ApartTarget.Start(Plan, order);

        var record = await new Launch(Plan, order, tier, random, observed.Add).RunAsync();

        Assert.Equal(
            ["AsyncLocalHandler in async-local", "ClassicHandler in classic", "ClassicHandler in control"],
            tier.Handlers.Values.Order());
        Assert.NotEmpty(observed.OfType<BatchObservation>());
        Assert.All(
            observed.OfType<BatchObservation>().SelectMany(batch => batch.Collected), Assert.Empty);
        Assert.Equal(3, record.Allocations.Count);
        Assert.All(record.Latencies, latencies => Assert.True(latencies!.Count > 0));
        // One process pays for the context that it has, and for no other's.
        Assert.True(record.Allocations[2].BytesPerOperation.Min() > record.Allocations[0].BytesPerOperation.Min());
    }

    [Fact]
    public async Task Counters_are_those_of_one_process_or_of_all_together()
    {
        var order = LaunchOrder.Draw(Plan.Study.Names.Count, new Random(1));
        await using var tier = ApartTarget.Start(Plan, order);

        var each = new RuntimeCounters[3];
        for (var variant = 0; variant < 3; variant++)
            each[variant] = (await tier.ReadCountersAsync(variant))!.Value;
        var all = (await tier.ReadCountersAsync())!.Value;

        Assert.All(each, counters => Assert.True(counters.CompiledMethods > 0));
        Assert.True(all.CompiledMethods >= each.Sum(counters => counters.CompiledMethods));
        Assert.True(all.AllocatedBytes > each.Max(counters => counters.AllocatedBytes));
    }

    [Fact]
    public async Task All_processes_spin_at_the_speed_that_the_first_one_measured()
    {
        var order = new LaunchOrder([2, 0, 1], [0, 1, 2], [0, 1, 2]);
        await using var tier = ApartTarget.Start(PlanOf(workUs: 1_000), order); // two measured speeds would show

        var times = await tier.TakeWorkTimesAsync();
        Assert.Equal(3, times.Count);
        Assert.True(Assert.Single(times.Values.Select(time => time.Iterations).Distinct()) > 0);
    }

    [Fact]
    public async Task Extra_work_is_changed_in_all_processes_alike_and_each_variant_has_its_own_address()
    {
        var order = LaunchOrder.Draw(3, new Random(1));
        await using var tier = ApartTarget.Start(PlanOf(workUs: 1_000), order);
        var before = (await tier.TakeWorkTimesAsync())["classic"].Iterations;

        await tier.SetWorkAsync(500);

        var after = (await tier.TakeWorkTimesAsync()).Values.Select(time => time.Iterations).Distinct();
        Assert.InRange(Assert.Single(after), (before / 2) - 1, (before / 2) + 1);
        Assert.Equal(3, Plan.Study.Names.Select(name => tier.RouteOf(name).Port).Distinct().Count());
    }

    [Fact]
    public async Task All_processes_are_wrapped_where_one_variant_has_an_injected_cost()
    {
        var study = StudyCatalogue.Default.FactsOf("classic", "control", "classic+2us");
        await using var tier = ApartTarget.Start(
            ShortLaunch.Of("kestrel", study) with { Server = Plan.Server }, LaunchOrder.Draw(3, new Random(1)));

        var times = await tier.TakeWorkTimesAsync();

        Assert.Equal(study.Names.Order(), times.Keys.Order());
        Assert.Equal(0, times["control"].Iterations);
    }

    [Fact]
    public void A_server_that_does_not_start_is_a_fault()
    {
        var fault = Assert.Throws<TargetFaultException>(() => ApartTarget.Start(
            Plan with { Server = new ServerProgram("no-such-server.dll") },
            LaunchOrder.Draw(3, new Random(1))));

        Assert.StartsWith("the server ", fault.Message, StringComparison.Ordinal);
    }

    private static LaunchPlan PlanOf(double workUs)
    {
        var plan = ShortLaunch.Of("kestrel", StudyCatalogue.Default.FactsOf("classic", "control", "async-local"));
        return plan with
        {
            Run = plan.Run with
            {
                Workload = (EmailWorkload.Article with { WorkMicroseconds = workUs }).Facts,
                Load = new LoadPlan { Residency = Residency.Apart },
            },
            Tier = plan.Tier with { SliceOperations = 64, Connections = 2 },
            Server = RepositoryLayout.Find(AppContext.BaseDirectory).Server,
        };
    }
}
