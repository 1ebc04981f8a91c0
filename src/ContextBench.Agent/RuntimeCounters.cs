using System.Runtime;

namespace ContextBench.Agent;

/// <summary>What a process has used since it started.</summary>
/// <param name="AllocatedBytes">Bytes allocated by all threads, precise.</param>
/// <param name="Gen0">Collections of generation 0, the higher ones included.</param>
/// <param name="Gen1">Collections of generation 1, generation 2 included.</param>
/// <param name="Gen2">Collections of generation 2.</param>
/// <param name="PauseNs">Time that threads were stopped for collections, in ns.</param>
/// <param name="CompiledMethods">Methods compiled by the JIT, each tier counted.</param>
public readonly record struct RuntimeCounters(
    long AllocatedBytes, int Gen0, int Gen1, int Gen2, long PauseNs, long CompiledMethods)
{
    /// <summary>Reads what this process has used so far.</summary>
    public static RuntimeCounters Read() => new(
        GC.GetTotalAllocatedBytes(precise: true),
        GC.CollectionCount(0),
        GC.CollectionCount(1),
        GC.CollectionCount(2),
        (long)GC.GetTotalPauseDuration().TotalNanoseconds,
        JitInfo.GetCompiledMethodCount());

    /// <summary>What was used between two readings.</summary>
    /// <param name="later">The later reading.</param>
    /// <param name="earlier">The earlier reading.</param>
    public static RuntimeCounters operator -(RuntimeCounters later, RuntimeCounters earlier) => new(
        later.AllocatedBytes - earlier.AllocatedBytes,
        later.Gen0 - earlier.Gen0,
        later.Gen1 - earlier.Gen1,
        later.Gen2 - earlier.Gen2,
        later.PauseNs - earlier.PauseNs,
        later.CompiledMethods - earlier.CompiledMethods);

    /// <summary>What two processes used together.</summary>
    /// <param name="one">What one used.</param>
    /// <param name="other">What the other used.</param>
    public static RuntimeCounters operator +(RuntimeCounters one, RuntimeCounters other) => new(
        one.AllocatedBytes + other.AllocatedBytes,
        one.Gen0 + other.Gen0,
        one.Gen1 + other.Gen1,
        one.Gen2 + other.Gen2,
        one.PauseNs + other.PauseNs,
        one.CompiledMethods + other.CompiledMethods);
}
