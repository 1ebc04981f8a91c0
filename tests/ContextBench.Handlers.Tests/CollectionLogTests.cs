using System.Diagnostics;
using Xunit;

namespace ContextBench.Handlers.Tests;

public sealed class CollectionLogTests
{
    [Fact]
    public async Task A_collection_is_recorded_within_the_moments_between_which_it_ran()
    {
        using var log = new CollectionLog();
        await Task.Delay(100, TestContext.Current.CancellationToken);
        log.Take();

        var before = Stopwatch.GetTimestamp();
        GC.Collect(0, GCCollectionMode.Forced, blocking: true);
        var after = Stopwatch.GetTimestamp();

        // Other tests collect too, at any time; this collection is there when an entry fits between its moments.
        var found = false;
        for (var patience = 0; !found && patience < 100; patience++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            found = log.Take().Any(collection =>
                collection.Start <= collection.End && collection.Overlaps(before, after));
        }

        Assert.True(found);
    }

    [Theory]
    [InlineData(10, 20, true)] // the same span
    [InlineData(0, 10, true)] // touches its start
    [InlineData(20, 30, true)] // touches its end
    [InlineData(12, 13, true)] // lies within
    [InlineData(0, 100, true)] // surrounds it
    [InlineData(0, 9, false)]
    [InlineData(21, 30, false)]
    public void A_slice_overlaps_a_collection_where_they_share_a_moment(long start, long end, bool overlaps) =>
        Assert.Equal(overlaps, new CollectionSpan(10, 20).Overlaps(start, end));
}
