namespace ContextBench.Measurement.Inspections;

/// <summary>Sorts events to the requests in whose time they fell, and says what a request does.</summary>
/// <remarks>
/// A request's time ends where the next one begins. What happens besides requests, such as a timer's tick, falls into
/// the time of a few of them; and the first events of a thread that a session has not seen yet can be missing. The
/// median over all requests is what a request does by itself.
/// </remarks>
public sealed class RequestTally(PacedRequests requests)
{
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
        var counts = new long[requests.Starts.Count];
        foreach (var tick in ticks)
        {
            if (IndexOf(tick) is >= 0 and var index)
                counts[index]++;
        }

        var median = Median(counts);
        return (median, Share(counts, count => count == median));
    }

    /// <summary>
    /// How often a request went on allocating on another thread than before: the mean and its standard error.
    /// </summary>
    /// <param name="allocations">The events, in the order of their time.</param>
    public (double Mean, double StandardError) ThreadHops(IEnumerable<AllocationEvent> allocations)
    {
        var hops = new double[requests.Starts.Count];
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
        var objects = new long[requests.Starts.Count];
        var bytes = new long[requests.Starts.Count];
        foreach (var allocation in allocations)
        {
            if (IndexOf(allocation.Ticks) is >= 0 and var index)
            {
                objects[index] += allocation.Objects;
                bytes[index] += allocation.Bytes;
            }
        }

        var (count, size) = (Median(objects), Median(bytes));
        return new AllocatedType(
            name, count, size, Share(objects.Zip(bytes), request => request == (count, size)));
    }

    private int IndexOf(long ticks)
    {
        if (ticks >= requests.End)
            return -1;

        var low = 0;
        var high = requests.Starts.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (requests.Starts[middle] <= ticks)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }

    // The lower of the two in the middle: always a number that a request had.
    private static long Median(long[] values) => values.Order().ElementAt((values.Length - 1) / 2);

    private static double Share<T>(IEnumerable<T> requests, Func<T, bool> isTypical)
    {
        var all = requests.ToArray();
        return (double)all.Count(isTypical) / all.Length;
    }
}
