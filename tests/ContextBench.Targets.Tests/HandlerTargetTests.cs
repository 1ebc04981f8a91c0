using ContextBench.Agent;
using ContextBench.Handlers;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Tests.Plans;
using Xunit;

namespace ContextBench.Targets.Tests;

public sealed class HandlerTargetTests : IDisposable
{
    private const int LinesOfACall = 4; // three emails, and one for the request

    private static readonly LaunchPlan Plan =
        ShortLaunch.Of("handler", StudyCatalogue.Default.FactsOf("classic", "control", "no-id"));

    private readonly string _folder = Directory.CreateTempSubdirectory("contextbench").FullName;

    [Fact]
    public async Task A_slice_makes_as_many_calls_of_its_variant_as_it_is_told()
    {
        var console = Path.Combine(_folder, "console");
        var plan = Plan with
        {
            Run = Plan.Run with { Workload = Plan.Run.Workload with { Sink = SinkKind.Console } },
            ConsoleFile = console,
        };
        await using (var target = Start(plan))
        {
            await target.RunSliceAsync(0, 5);
            await target.RunSliceAsync(2, 2);
        }

        // The lines of a variant with the id begin with it, in brackets.
        var lines = File.ReadAllLines(console);
        Assert.Equal(5 * LinesOfACall, lines.Count(line => line.StartsWith('[')));
        Assert.Equal((5 + 2) * LinesOfACall, lines.Length);
    }

    [Fact]
    public async Task A_proof_calls_every_copy_of_its_variant()
    {
        await using var target = Start(Plan);

        var classic = await target.ProveAsync(0, 2);
        var control = await target.ProveAsync(1, 2);

        Assert.Equal(16, target.Copies);
        Assert.Equal(16 * 2 * LinesOfACall, classic.Log.Count(b => b == (byte)'\n'));
        Assert.Equal(classic.Log, control.Log);
        Assert.Empty(classic.Responses); // a call has no response bytes
    }

    [Fact]
    public async Task Each_variant_is_handled_by_the_class_that_it_claims()
    {
        await using var target = Start(Plan);

        Assert.Equal(
            Plan.Study.Variants.Select(variant => variant.Handler),
            Plan.Study.Names.Select(name => target.Handlers[name]));
        Assert.Equal("ClassicHandler in control", target.Handlers["control"]);
    }

    [Fact]
    public async Task A_slice_with_a_collection_is_told_once()
    {
        var plan = ShortLaunch.Of("handler", StudyCatalogue.Default.FactsOf("classic", "classic+65536B"));
        await using var target = Start(plan);
        await target.TakeCollectionsAsync();

        await target.RunSliceAsync(1, 20_000); // 1.3 GB: no generation 0 has room for it

        var collection = Assert.Single(await target.TakeCollectionsAsync());
        Assert.True(collection.End > collection.Start);
        Assert.Empty(await target.TakeCollectionsAsync());
    }

    [Fact]
    public async Task Work_times_are_those_of_variants_with_added_work_and_none_where_nothing_is_added()
    {
        var plan = ShortLaunch.Of("handler", StudyCatalogue.Default.FactsOf("classic", "classic+2us"));
        await using var with = Start(plan with { Run = plan.Run with { WorkSpeed = 50 } });
        await using var without = Start(Plan);

        var times = await with.TakeWorkTimesAsync();

        Assert.Equal(0, times["classic"].Iterations);
        Assert.Equal(100, times["classic+2us"].Iterations); // 2 µs at 50 iterations a µs
        Assert.Empty(await without.TakeWorkTimesAsync());
    }

    [Fact]
    public async Task The_processs_CPU_time_covers_that_of_its_slices()
    {
        await using var target = Start(Plan);

        var before = target.ReadCpuNs();
        var cost = await target.RunSliceAsync(0, 1_000);
        var after = target.ReadCpuNs();

        Assert.InRange(cost.CpuNs, 1, after - before);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static HandlerTarget Start(LaunchPlan plan) =>
        new(plan, LaunchOrder.Draw(plan.Study.Variants.Count, new Random(7)));
}
