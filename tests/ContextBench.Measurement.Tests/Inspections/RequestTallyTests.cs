using ContextBench.Measurement.Inspections;
using Xunit;

namespace ContextBench.Measurement.Tests.Inspections;

public sealed class RequestTallyTests
{
    // Three requests of 100 ticks each.
    private readonly RequestTally _tally = new(new PacedRequests([1000, 1100, 1200], 1300, AllocatedBytes: 0));

    [Fact]
    public void A_type_has_the_median_of_what_requests_allocate_and_the_share_that_does()
    {
        AllocationEvent[] events =
        [
            Of(1001, "String", 32), Of(1002, "String", 40),
            Of(1150, "String", 32), Of(1160, "String", 40),
            Of(1201, "String", 32), Of(1202, "String", 40), Of(1299, "String", 1000), // a timer's, say
        ];

        var type = Assert.Single(_tally.Types(events, name => name));

        Assert.Equal(new AllocatedType("String", 2, 72, 2.0 / 3), type);
    }

    [Fact]
    public void What_only_a_few_requests_allocate_and_what_lies_outside_their_time_is_no_part_of_a_request()
    {
        AllocationEvent[] events =
        [
            Of(999, "Before", 8), Of(1050, "Rare", 8),
            Of(1010, "Mine", 8), Of(1110, "Mine", 8), Of(1210, "Mine", 8),
            Of(1300, "Mine", 8), Of(1301, "After", 8),
        ];

        var type = Assert.Single(_tally.Types(events, name => name));

        Assert.Equal(new AllocatedType("Mine", 1, 8, 1), type);
    }

    [Fact]
    public void Types_of_one_general_name_are_one_and_the_most_bytes_come_first()
    {
        AllocationEvent[] events =
        [
            .. Enumerable.Range(0, 3).SelectMany(request => new[]
            {
                Of(1000 + (100 * request), "Small", 8),
                Of(1001 + (100 * request), "Box1", 16),
                Of(1002 + (100 * request), "Box2", 24),
            }),
        ];

        var types = _tally.Types(events, name => name.TrimEnd('1', '2'));

        Assert.Equal([new AllocatedType("Box", 2, 40, 1), new AllocatedType("Small", 1, 8, 1)], types);
    }

    [Fact]
    public void Awaits_are_counted_by_the_median_and_the_share_that_has_it() =>
        Assert.Equal((2, 2.0 / 3), _tally.CountOf([1000, 1001, 1100, 1101, 1200, 1300]));

    [Fact]
    public void A_thread_hop_is_a_change_of_thread_within_a_request_and_not_between_two()
    {
        // 1: from thread 1 to 2 and back; 2: on 2 alone; 3: from 3 to 4. Hops 2, 0, 1: mean 1, variance 1, error √(1/3)
        AllocationEvent[] events =
        [
            Of(1000, "A", 8, thread: 1), Of(1001, "A", 8, thread: 2), Of(1002, "A", 8, thread: 1),
            Of(1100, "A", 8, thread: 2), Of(1101, "A", 8, thread: 2),
            Of(1200, "A", 8, thread: 3), Of(1201, "A", 8, thread: 4),
        ];

        var (mean, error) = _tally.ThreadHops(events);

        Assert.Equal(1, mean);
        Assert.Equal(Math.Sqrt(1.0 / 3), error, 12);
    }

    private static AllocationEvent Of(long ticks, string type, long bytes, long thread = 1) =>
        new(ticks, thread, type, 1, bytes);
}
