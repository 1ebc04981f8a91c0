namespace ContextBench.Measurement.Inspections;

/// <summary>Requests one after the other, with a pause between them, and when each began.</summary>
/// <param name="Starts">When each request began, by the clock of <see cref="Stopwatch"/>.</param>
/// <param name="End">When the pause after the last was over.</param>
/// <param name="AllocatedBytes">Bytes that the process under test allocated meanwhile, precise.</param>
public sealed record PacedRequests(IReadOnlyList<long> Starts, long End, long AllocatedBytes)
{
    // The runtime writes an event for every object as long as a type has fewer than two in a millisecond and fewer
    // than 48 in 16 ms (SendObjectAllocatedEvent in CoreCLR's eventtrace.cpp); beyond that it begins to sample.
    private const int PauseMilliseconds = 20;

    internal static async Task<PacedRequests> RunAsync(ITarget target, int requests)
    {
        var starts = new long[requests];
        var counters = (IRuntimeCounters)target;
        var first = (await counters.ReadCountersAsync())!.Value;
        var before = (await counters.ReadCountersAsync())!.Value;
        Run(target, starts);
        var end = Stopwatch.GetTimestamp();
        var after = (await counters.ReadCountersAsync())!.Value;

        // To ask a server for its counters allocates there; two readings with nothing between them show how much.
        return new PacedRequests(starts, end, ((after - before) - (before - first)).AllocatedBytes);
    }

    // Waits in place: an async method would allocate, on some tiers in the process under test.
    private static void Run(ITarget target, long[] starts)
    {
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = Stopwatch.GetTimestamp();
            var slice = target.RunSliceAsync(variant: 0, operations: 1);
            if (slice.IsCompletedSuccessfully)
                _ = slice.Result;
            else
                slice.AsTask().GetAwaiter().GetResult();
            Thread.Sleep(PauseMilliseconds);
        }
    }
}
