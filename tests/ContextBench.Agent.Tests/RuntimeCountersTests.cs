using Xunit;

namespace ContextBench.Agent.Tests;

public sealed class RuntimeCountersTests
{
    [Fact]
    public void What_was_used_between_two_readings_is_their_difference_in_each_counter()
    {
        var earlier = new RuntimeCounters(100, 10, 4, 1, 1_000, 50);
        var later = new RuntimeCounters(250, 17, 9, 3, 1_011, 63);

        // 250 - 100, 17 - 10, 9 - 4, 3 - 1, 1011 - 1000, 63 - 50
        Assert.Equal(new RuntimeCounters(150, 7, 5, 2, 11, 13), later - earlier);
    }

    [Fact]
    public void The_counters_count_what_is_allocated()
    {
        var before = RuntimeCounters.Read();
        GC.KeepAlive(new byte[1_000_000]);
        var used = RuntimeCounters.Read() - before;

        Assert.True(used.AllocatedBytes >= 1_000_000, $"{used}");
    }

    [Fact]
    public void The_counters_count_collections_of_every_generation()
    {
        var before = RuntimeCounters.Read();
        GC.Collect(2, GCCollectionMode.Forced, blocking: true);
        var used = RuntimeCounters.Read() - before;

        Assert.True(used is { Gen0: > 0, Gen1: > 0, Gen2: > 0, PauseNs: > 0 }, $"{used}");
        Assert.True(RuntimeCounters.Read().CompiledMethods > 0);
    }
}
