using System.Diagnostics;

namespace ContextBench.Agent;

/// <summary>
/// Records when this process collected. An object that nobody holds is finalized after the next collection, whatever
/// its generation; its finalizer notes the time and makes the next such object.
/// </summary>
/// <remarks>
/// Costs a finalizer a collection, and nothing between them. The runtime's own events are exact to the µs, but to
/// listen to them made every request on <c>kestrel</c> 3 to 6 % more expensive, and every collection some 15 %.
/// What runs beside the threads in a background collection is not seen.
/// </remarks>
public sealed class CollectionLog : IDisposable
{
    /// <summary>
    /// How long a finalizer may have waited for the processor that it shares with the requests: a collection is taken
    /// to have begun that much earlier.
    /// </summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(1);

    private readonly Lock _lock = new();
    private readonly List<CollectionSpan> _collections = [];
    private TimeSpan _pauses = GC.GetTotalPauseDuration();
    private bool _isClosed;

    /// <summary>Starts to record.</summary>
    public CollectionLog() => Sentinel.Release(this);

    /// <summary>Hands over what was recorded since this was last called.</summary>
    public IReadOnlyList<CollectionSpan> Take()
    {
        lock (_lock)
        {
            CollectionSpan[] taken = [.. _collections];
            _collections.Clear();
            return taken;
        }
    }

    /// <summary>Ends recording with the next collection.</summary>
    public void Dispose()
    {
        lock (_lock)
            _isClosed = true;
    }

    private bool Note()
    {
        var end = Stopwatch.GetTimestamp();
        var pauses = GC.GetTotalPauseDuration();
        lock (_lock)
        {
            var lasted = pauses - _pauses + Tolerance;
            _collections.Add(new CollectionSpan(end - (long)(lasted.TotalSeconds * Stopwatch.Frequency), end));
            _pauses = pauses;
            return !_isClosed;
        }
    }

    private sealed class Sentinel(CollectionLog log)
    {
        ~Sentinel()
        {
            if (log.Note())
                Release(log);
        }

        public static void Release(CollectionLog log) => _ = new Sentinel(log);
    }
}
