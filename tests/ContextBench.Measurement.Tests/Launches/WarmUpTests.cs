using ContextBench.Agent;
using ContextBench.Measurement.Blocks;
using ContextBench.Measurement.Launches;
using ContextBench.Measurement.Targets;
using Xunit;

namespace ContextBench.Measurement.Tests.Launches;

/// <summary>The warm-up of three variants, on a target whose slices say what they are told to.</summary>
public sealed class WarmUpTests
{
    private const int SliceOperations = 4;

    [Fact]
    public async Task A_round_is_whole_passes_over_the_design_and_no_time_is_enough_for_one()
    {
        var target = new Scripted(_ => 1_000);
        var warmUp = await RunAsync(target, mostSeconds: 0);

        // Three variants have six orders: in each pass every variant has six slices.
        Assert.Single(warmUp.Steady.Costs);
        Assert.False(warmUp.Steady.IsReached);
        Assert.Equal(3, target.Slices.Distinct().Count());
        Assert.Single(target.Slices.CountBy(variant => variant).Select(count => count.Value).Distinct());
        Assert.Equal(0, target.Slices.Count % 18);
    }

    [Fact]
    public async Task Slices_that_cost_the_same_are_steady_after_eight_rounds()
    {
        var warmUp = await RunAsync(new Scripted(_ => 1_000), mostSeconds: 600);

        Assert.True(warmUp.Steady.IsReached);
        Assert.Equal(Enumerable.Repeat(250.0, 8), warmUp.Steady.Costs); // 1000 ns a slice of 4 operations
    }

    [Fact]
    public async Task A_round_costs_the_lower_quartile_of_its_slices()
    {
        // One variant of three is cheap: a third of the slices, so that the lower quartile is among them.
        var warmUp = await RunAsync(new Scripted(variant => variant == 1 ? 400 : 4_000), mostSeconds: 0);

        Assert.Equal([100.0], warmUp.Steady.Costs);
    }

    [Fact]
    public async Task Methods_compiled_are_read_at_the_end_of_each_round()
    {
        var target = new Counting(_ => 1_000);
        var warmUp = await RunAsync(target, mostSeconds: 0);

        Assert.Equal([target.Slices.Count], warmUp.Steady.CompiledMethods);
    }

    [Fact]
    public async Task A_target_that_counts_nothing_has_compiled_nothing()
    {
        var warmUp = await RunAsync(new Scripted(_ => 1_000), mostSeconds: 0);

        Assert.Equal([0], warmUp.Steady.CompiledMethods);
    }

    [Fact]
    public async Task Copies_take_turns_pass_by_pass()
    {
        var target = new Copied(_ => 1_000);
        await RunAsync(target, mostSeconds: 0);

        Assert.Equal(target.Slices.Count / 18, target.Used.Count);
        Assert.Equal(Enumerable.Range(0, target.Used.Count).Select(pass => pass % 3), target.Used);
    }

    private static async Task<WarmUp> RunAsync(ITarget target, double mostSeconds)
    {
        var warmUp = new WarmUp(target, new BlockSchedule(3, new Random(1)), SliceOperations);
        await warmUp.RunAsync(mostSeconds, fewestOperations: 0);
        return warmUp;
    }

    /// <summary>A target that has the one duty of every target, and spends a little time on it.</summary>
    private class Scripted(Func<int, long> sliceNs) : ITarget
    {
        public List<int> Slices { get; } = [];

        public ValueTask<SliceCost> RunSliceAsync(int variant, int operations)
        {
            Assert.Equal(SliceOperations, operations);
            Thread.Sleep(1); // or a round would have millions of slices
            Slices.Add(variant);
            return ValueTask.FromResult(new SliceCost(sliceNs(variant)));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    /// <summary>A method is compiled with every slice.</summary>
    private sealed class Counting(Func<int, long> sliceNs) : Scripted(sliceNs), IRuntimeCounters
    {
        public string? GcMode => null;

        public ValueTask<RuntimeCounters?> ReadCountersAsync(int? variant = null) =>
            ValueTask.FromResult<RuntimeCounters?>(new RuntimeCounters { CompiledMethods = Slices.Count });
    }

    private sealed class Copied(Func<int, long> sliceNs) : Scripted(sliceNs), ICodeCopies
    {
        public List<int> Used { get; } = [];

        public int Copies => 3;

        public void UseCopy(int copy) => Used.Add(copy);
    }
}
