using System.Diagnostics;

namespace ContextBench.Agent;

/// <summary>
/// How long a variant's extra work really took, where and while it was done: the latest of its times, so that an
/// injected cost is known in the units in which it is measured, whatever the machine's speed is by then.
/// </summary>
internal sealed class WorkTimes
{
    private const int Latest = 1 << 14;
    // Interruptions of a few µs befall every part of a request, and are what its time on this machine is; those that
    // take longer are rare, and what trimming leaves out of the slices too.
    private const int MostBeyondMedianNs = 5_000;

    private static readonly double NsPerTick = 1e9 / Stopwatch.Frequency;

    private readonly int[] _ns = new int[Latest];
    private int _count;

    /// <summary>Times the work once. Threads that do so at once may lose a time, and nothing else.</summary>
    public void Run(CpuWork work)
    {
        var start = Stopwatch.GetTimestamp();
        work.Run();
        var took = (Stopwatch.GetTimestamp() - start) * NsPerTick; // a TimeSpan would round to 100 ns
        _ns[_count++ & (Latest - 1)] = (int)Math.Min(took, int.MaxValue);
    }

    /// <summary>Sums up what was timed since this was last called, and forgets it.</summary>
    /// <param name="iterations">The iterations of the work.</param>
    public WorkTime Take(long iterations)
    {
        var kept = Math.Min(_count, Latest);
        _count = 0;
        if (kept == 0)
            return new WorkTime(iterations, Ns: 0, Samples: 0);

        // Not trimmed: while a neighbour on the same core is busy the work takes longer, as all of the request does.
        var sorted = _ns[..kept];
        Array.Sort(sorted);
        var most = (long)sorted[kept / 2] + MostBeyondMedianNs;
        return new WorkTime(iterations, sorted.Average(ns => Math.Min(ns, most)), kept);
    }
}
