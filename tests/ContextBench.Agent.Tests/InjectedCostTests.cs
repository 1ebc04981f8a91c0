using Xunit;

namespace ContextBench.Agent.Tests;

public sealed class InjectedCostTests
{
    [Fact]
    public void Work_is_written_in_microseconds() =>
        Assert.Equal(new InjectedCost(WorkMicroseconds: 0.66), InjectedCost.Parse("0.66us"));

    [Fact]
    public void Allocation_is_written_in_bytes() =>
        Assert.Equal(new InjectedCost(AllocatedBytes: 256), InjectedCost.Parse("256B"));

    [Fact]
    public void Rare_work_is_written_with_the_share_of_requests_that_do_it() =>
        Assert.Equal(new InjectedCost(RareShare: 0.005, RareMicroseconds: 88), InjectedCost.Parse("0.5%of88us"));

    [Fact]
    public void No_work_is_a_cost_of_nothing() => Assert.Equal(InjectedCost.None, InjectedCost.Parse("0us"));

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("-1us")]
    [InlineData("1ms")]
    [InlineData("1,5us")]
    [InlineData("8B")] // smaller than an array's header
    [InlineData("30B")] // arrays are multiples of 8 bytes
    [InlineData("0.5%of64B")]
    [InlineData("101%of1us")]
    [InlineData("1000000us")]
    public void Anything_else_is_no_injected_cost(string text) => Assert.Null(InjectedCost.Parse(text));

    [Fact]
    public void An_injected_cost_of_bytes_allocates_exactly_these()
    {
        var work = new InjectedWork(new CpuWork(0), 256, 0, new CpuWork(0));
        work.Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            work.Run();

        Assert.Equal(25_600, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(256 - 24, work.Allocated!.Length); // 8 bytes of header, 8 of type, 8 of length
    }

    [Fact]
    public void Rare_work_is_done_on_the_share_of_requests_that_it_says()
    {
        var rare = new CpuWork(1);
        var once = new CpuWork(1);
        var never = new CpuWork(1);
        new InjectedWork(new CpuWork(0), 0, rareShare: 1, rare).Run();
        new InjectedWork(new CpuWork(0), 0, rareShare: 0, never).Run();
        once.Run();

        Assert.Equal(once.State, rare.State);
        Assert.NotEqual(once.State, never.State);
    }
}
