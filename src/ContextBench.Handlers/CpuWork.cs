using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace ContextBench.Handlers;

/// <summary>A known amount of CPU work, spun by iteration count so that it costs the same wherever it runs.</summary>
public sealed class CpuWork
{
    private readonly long _iterations;
    private ulong _state = 88_172_645_463_325_252;

    /// <summary>Creates the work.</summary>
    /// <param name="iterations">Iterations per request, 0 or more.</param>
    public CpuWork(long iterations)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(iterations);
        _iterations = iterations;
    }

    /// <summary>Whether there is nothing to do.</summary>
    public bool IsNone => _iterations == 0;

    /// <summary>Spins once.</summary>
    public void Run() => _state = Spin(_state, _iterations);

    /// <summary>
    /// Finds how many iterations take a time on this machine: the fastest of a few trials, so that a pause is not
    /// counted.
    /// </summary>
    /// <param name="time">The time of one <see cref="Run"/>.</param>
    public static CpuWork Calibrated(TimeSpan time)
    {
        if (time <= TimeSpan.Zero)
            return new CpuWork(0);

        const long trialIterations = 1_000_000;
        var fastestNs = double.MaxValue;
        for (var trial = 0; trial < 20; trial++)
        {
            var start = Stopwatch.GetTimestamp();
            Sink = Spin((ulong)trial + 1, trialIterations);
            fastestNs = Math.Min(fastestNs, Stopwatch.GetElapsedTime(start).TotalNanoseconds);
        }

        return new CpuWork((long)Math.Round(time.TotalNanoseconds / fastestNs * trialIterations));
    }

    private static ulong Sink { get; set; } // keeps the trials' results alive

    // Marsaglia's xorshift64; optimized at once, because a tiered loop would change its speed while measured.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static ulong Spin(ulong state, long iterations)
    {
        for (var i = 0L; i < iterations; i++)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
        }

        return state;
    }
}
