namespace ContextBench.Agent;

/// <summary>A garbage collection, or all that was disturbed by it.</summary>
/// <param name="Start">
/// When it began, in ticks of <see cref="System.Diagnostics.Stopwatch"/>, which all processes of a machine share.
/// </param>
/// <param name="End">When it had ended, in the same ticks.</param>
public readonly record struct CollectionSpan(long Start, long End)
{
    /// <summary>Whether any part of it fell between two moments.</summary>
    /// <param name="start">The first moment, in the same ticks.</param>
    /// <param name="end">The last moment.</param>
    public bool Overlaps(long start, long end) => Start <= end && start <= End;
}
