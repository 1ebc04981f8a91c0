using Xunit;

namespace ContextBench.Statistics.Tests;

public sealed class CollectionChargeTests
{
    [Fact]
    public void A_byte_costs_the_collection_time_over_the_bytes_allocated() =>
        // 2 ms of collections for 8,000,000 bytes: 0.25 ns a byte
        Assert.Equal(0.25, CollectionCharge.Of(2_000_000, 8_000_000).NsPerByte);

    [Fact]
    public void An_operation_is_charged_for_its_bytes() =>
        Assert.Equal(18, new CollectionCharge(0.25).ForBytes(72));

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void Where_nothing_is_allocated_nothing_is_charged(double collectionNs) =>
        Assert.Equal(0, CollectionCharge.Of(collectionNs, 0).ForBytes(72));

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Numbers_that_are_negative_or_not_finite_are_refused(double bad)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CollectionCharge(bad));
        Assert.Throws<ArgumentOutOfRangeException>(() => CollectionCharge.Of(bad, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CollectionCharge.Of(1, bad));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CollectionCharge(1).ForBytes(bad));
    }
}
