using System.Diagnostics;
using Xunit;

namespace ContextBench.Agent.Tests;

public sealed class CollectionLogTests
{
    [Fact]
    public void A_collection_is_recorded_within_the_moments_between_which_it_ran()
    {
        using var log = new CollectionLog();

        var before = Stopwatch.GetTimestamp();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var after = Stopwatch.GetTimestamp();

        // Other tests collect too, at any time; one entry at least lies between these moments.
        Assert.Contains(log.Take(), collection => collection.End >= before && collection.Overlaps(before, after));
    }

    [Fact]
    public void Each_collection_is_recorded_and_handed_over_once()
    {
        using var log = new CollectionLog();
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        var taken = log.Take();

        Assert.True(taken.Count >= 3);
        Assert.All(taken, collection => Assert.True(
            Stopwatch.GetElapsedTime(collection.Start, collection.End) >= CollectionLog.Tolerance));
        Assert.Empty(log.Take().Intersect(taken));
    }

    [Fact]
    public void A_closed_log_ends_with_the_next_collection()
    {
        var log = new CollectionLog();
        log.Dispose();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        log.Take();

        GC.Collect();
        GC.WaitForPendingFinalizers();

        Assert.Empty(log.Take());
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
