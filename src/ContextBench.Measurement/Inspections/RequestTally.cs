namespace ContextBench.Measurement.Inspections;

/// <summary>Sorts events to the requests in whose time they fell, and says what a request does.</summary>
/// <remarks>
/// A request's time ends where the next one begins. What happens besides requests, such as a timer's tick, falls into
/// the time of a few of them; and the first events of a thread that a session has not seen yet can be missing. The
/// median over all requests is what a request does by itself.
/// </remarks>
public sealed class RequestTally(PacedRequests requests)
{
    private readonly long[] _starts = [.. requests.Starts];

    /// <summary>What a request allocates of each type, the most bytes first.</summary>
    /// <param name="allocations">The events.</param>
    /// <param name="generalize">Makes a type's name comparable with another variant's.</param>
    public IReadOnlyList<AllocatedType> Types(
        IEnumerable<AllocationEvent> allocations, Func<string, string> generalize) =>
    [
        .. allocations.GroupBy(allocation => generalize(allocation.Type))
            .Select(type => TypeOf(type.Key, type))
            .Where(type => type.Count > 0)
            .OrderByDescending(type => type.Bytes)
            .ThenBy(type => type.Name, StringComparer.Ordinal),
    ];

    /// <summary>
    /// How many of some events fall into a request: the median, and the share of requests that have it.
    /// </summary>
    /// <param name="ticks">When each event was.</param>
    public (double Median, double Share) CountOf(IEnumerable<long> ticks)
    {
        var counts = PerRequest(ticks.Select(tick => (tick, 1L)));
        var median = Median(counts);
        return (median, (double)counts.Count(count => count == median) / counts.Length);
    }

    /// <summary>
    /// How often a request went on allocating on another thread than before: the mean and its standard error.
    /// </summary>
    /// <param name="allocations">The events, in the order of their time.</param>
    public (double Mean, double StandardError) ThreadHops(IEnumerable<AllocationEvent> allocations)
    {
        var hops = new double[_starts.Length];
        var last = (Index: -1, Thread: 0L);
        foreach (var allocation in allocations)
        {
            var index = IndexOf(allocation.Ticks);
            if (index >= 0 && index == last.Index && allocation.Thread != last.Thread)
                hops[index]++;
            last = (index, allocation.Thread);
        }

        var mean = hops.Average();
        var variance = hops.Sum(hop => (hop - mean) * (hop - mean)) / Math.Max(1, hops.Length - 1);
        return (mean, Math.Sqrt(variance / hops.Length));
    }

    private AllocatedType TypeOf(string name, IEnumerable<AllocationEvent> allocations)
    {
        var objects = PerRequest(allocations.Select(allocation => (allocation.Ticks, allocation.Objects)));
        var bytes = PerRequest(allocations.Select(allocation => (allocation.Ticks, allocation.Bytes)));
        var typical = (Count: Median(objects), Bytes: Median(bytes));
        var share = (double)objects.Zip(bytes).Count(request => request == typical) / _starts.Length;
        return new AllocatedType(name, typical.Count, typical.Bytes, share);
    }

    private long[] PerRequest(IEnumerable<(long Ticks, long Amount)> events)
    {
        var sums = new long[_starts.Length];
        foreach (var (ticks, amount) in events)
        {
            if (IndexOf(ticks) is >= 0 and var index)
                sums[index] += amount;
        }

        return sums;
    }

    // The last request that had begun by then; -1 for none, before the first or after the last.
    private int IndexOf(long ticks)
    {
        var found = Array.BinarySearch(_starts, ticks);
        return ticks >= requests.End ? -1 : found >= 0 ? found : ~found - 1;
    }

    // The lower of the two in the middle: always a number that a request had.
    private static long Median(long[] values) => values.Order().ElementAt((values.Length - 1) / 2);
}
