using System.Runtime.CompilerServices;

namespace ContextBench.Agent;

/// <summary>A known amount of CPU work, spun by iteration count so that it costs the same wherever it runs.</summary>
public sealed class CpuWork
{
    /// <summary>Creates the work.</summary>
    /// <param name="iterations">Iterations per request, 0 or more.</param>
    public CpuWork(long iterations)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(iterations);
        Iterations = iterations;
    }

    /// <summary>Iterations per request, 0 or more.</summary>
    public long Iterations { get; }

    // Tells how many iterations were done.
    internal ulong State { get; private set; } = 88_172_645_463_325_252;

    /// <summary>Spins once.</summary>
    /// <remarks>
    /// Between two barriers: a processor looks hundreds of instructions ahead, and would otherwise do a short spin
    /// beside what comes before and after it, at a part of its cost.
    /// </remarks>
    public void Run()
    {
        Interlocked.MemoryBarrier();
        State = Spin(State, Iterations);
        Interlocked.MemoryBarrier();
    }

    /// <summary>The work that takes a time on this machine.</summary>
    /// <param name="microseconds">The time of one <see cref="Run"/>, in µs; none where it is not above 0.</param>
    /// <param name="iterationsPerMicrosecond">
    /// See <see cref="MeasureSpeed()"/>: measured once for a process, so that equal times are equal work in all
    /// variants.
    /// </param>
    public static CpuWork Lasting(double microseconds, double iterationsPerMicrosecond) =>
        new((long)Math.Round(Math.Max(0, microseconds) * iterationsPerMicrosecond));

    /// <summary>
    /// Measures how many iterations this machine does in 1 µs: the fastest of a few trials, so that a pause is not
    /// counted.
    /// </summary>
    public static double MeasureSpeed() => MeasureSpeed(TimeProvider.System);

    internal static double MeasureSpeed(TimeProvider clock)
    {
        const long trialIterations = 1_000_000;
        var fastestUs = double.MaxValue;
        for (var trial = 0; trial < 20; trial++)
        {
            var start = clock.GetTimestamp();
            Sink = Spin((ulong)trial + 1, trialIterations);
            fastestUs = Math.Min(fastestUs, clock.GetElapsedTime(start).TotalMicroseconds);
        }

        return trialIterations / fastestUs;
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
