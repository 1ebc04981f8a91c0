using ContextBench.Measurement.Blocks;
using Xunit;

namespace ContextBench.Measurement.Tests.Blocks;

public sealed class WilliamsDesignTests
{
    [Fact]
    public void Four_variants_give_the_published_square()
    {
        // 0 1 3 2, then 1 added to each, modulo 4.
        Assert.Equal(["0132", "1203", "2310", "3021"], WilliamsDesign.For(4).Select(order => string.Concat(order)));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 6)]
    [InlineData(4, 4)]
    [InlineData(5, 10)]
    public void An_even_number_needs_as_many_orders_and_an_odd_one_twice_as_many(int variants, int orders) =>
        Assert.Equal(orders, WilliamsDesign.For(variants).Count);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void Each_variant_follows_each_other_variant_equally_often(int variants)
    {
        var pairs = WilliamsDesign.For(variants)
            .SelectMany(order => order.Zip(order.Skip(1)))
            .CountBy(pair => pair)
            .Select(pair => pair.Value)
            .ToArray();

        Assert.Equal(variants * (variants - 1), pairs.Length);
        Assert.Single(pairs.Distinct());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(6)]
    public void Each_variant_stands_equally_often_in_each_place(int variants)
    {
        var orders = WilliamsDesign.For(variants);

        for (var place = 0; place < variants; place++)
        {
            var counts = orders.CountBy(order => order[place]).Select(count => count.Value).ToArray();
            Assert.Equal(variants, counts.Length);
            Assert.Single(counts.Distinct());
        }
    }

    [Fact]
    public void No_variants_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => WilliamsDesign.For(0));
}
