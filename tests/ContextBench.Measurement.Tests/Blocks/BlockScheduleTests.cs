using ContextBench.Measurement.Blocks;
using Xunit;

namespace ContextBench.Measurement.Tests.Blocks;

public sealed class BlockScheduleTests
{
    [Fact]
    public void A_pass_runs_every_order_of_the_design_once()
    {
        var schedule = new BlockSchedule(4, new Random(1));

        var orders = Enumerable.Range(0, schedule.BlocksPerPass)
            .Select(_ => string.Concat(schedule.Next().ToArray()))
            .ToArray();

        Assert.Equal(4, orders.Distinct().Count());
        Assert.All(orders, order => Assert.Equal("0123", string.Concat(order.Order())));
    }

    [Fact]
    public void The_same_seed_gives_the_same_orders_and_another_seed_others()
    {
        Assert.Equal(Orders(7), Orders(7));
        Assert.NotEqual(Orders(7), Orders(8));
    }

    [Fact]
    public void Two_passes_differ_in_the_order_of_their_blocks()
    {
        var orders = Orders(3).Chunk(10).Select(pass => string.Join(' ', pass)).ToArray();

        Assert.True(orders.Distinct().Count() > 1);
    }

    private static string[] Orders(int seed)
    {
        var schedule = new BlockSchedule(5, new Random(seed));
        return [.. Enumerable.Range(0, 30).Select(_ => string.Concat(schedule.Next().ToArray()))];
    }
}
