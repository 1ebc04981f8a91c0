using System.Diagnostics;
using System.Diagnostics.Tracing;

namespace ContextBench.Handlers;

/// <summary>
/// Records when this process collected, from the runtime's own events: from stopping its threads to resuming them, and
/// from the start of a collection to its end, which of a background collection is later.
/// </summary>
/// <remarks>
/// Costs nothing between collections; events of a collection arrive up to some 20 ms after it. Event ids:
/// <see href="https://learn.microsoft.com/dotnet/fundamentals/diagnostics/runtime-garbage-collection-events"/>.
/// </remarks>
public sealed class CollectionLog : EventListener
{
    private const EventKeywords Collections = (EventKeywords)0x1;
    private const int Started = 1;
    private const int Ended = 2;
    private const int Resumed = 3;
    private const int Suspending = 9;

    private readonly Lock _lock = new();
    private readonly List<CollectionSpan> _collections = [];
    private readonly Dictionary<uint, long> _startOf = []; // by the collection's number
    private long? _suspendedAt;

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

    /// <inheritdoc/>
    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
            EnableEvents(eventSource, EventLevel.Informational, Collections);
    }

    /// <inheritdoc/>
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventId is not (Started or Ended or Resumed or Suspending))
            return;

        // Both clocks are read now, some ms after the event, so that a clock set meanwhile can hardly mislead.
        var ago = DateTime.UtcNow - eventData.TimeStamp.ToUniversalTime();
        var at = Stopwatch.GetTimestamp() - (long)(ago.TotalSeconds * Stopwatch.Frequency);
        lock (_lock)
        {
            switch (eventData.EventId)
            {
                case Suspending:
                    _suspendedAt = at;
                    break;
                case Resumed when _suspendedAt is { } start:
                    _collections.Add(new CollectionSpan(start, at));
                    _suspendedAt = null;
                    break;
                case Started:
                    _startOf[NumberOf(eventData)] = at;
                    break;
                case Ended when _startOf.Remove(NumberOf(eventData), out var start):
                    _collections.Add(new CollectionSpan(start, at));
                    break;
            }
        }
    }

    private static uint NumberOf(EventWrittenEventArgs eventData) => (uint)eventData.Payload![0]!;
}
