using ContextBench.Measurement.Plans;
using Xunit;

namespace ContextBench.Measurement.Tests.Plans;

public sealed class LaunchOrderTests
{
    [Fact]
    public void Every_order_is_a_permutation_of_the_variants()
    {
        var order = LaunchOrder.Draw(5, new Random(1));

        Assert.All(
            [order.Creation, order.Slots, order.FirstCall], drawn => Assert.Equal([0, 1, 2, 3, 4], drawn.Order()));
    }

    [Fact]
    public void Over_many_seeds_each_variant_is_created_and_called_first_and_owns_the_first_slot()
    {
        var orders = Enumerable.Range(0, 200).Select(seed => LaunchOrder.Draw(5, new Random(seed))).ToArray();

        Assert.Equal(5, orders.Select(order => order.Creation[0]).Distinct().Count());
        Assert.Equal(5, orders.Select(order => order.FirstCall[0]).Distinct().Count());
        Assert.Equal(5, orders.Select(order => order.Slots[0]).Distinct().Count());
    }
}
