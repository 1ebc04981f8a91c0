using Xunit;

namespace ContextBench.Load.Tests;

public sealed class OpenLoopWindowTests
{
    // Ten requests at 10 a second: the last one is due, and sent, after 0.9 s.
    private const long LastSendNs = 900_000_000;

    [Fact]
    public void A_window_whose_requests_were_sent_and_answered_in_time_reached_its_rate() =>
        Assert.Equal(10, Window(LastSendNs, elapsedNs: 901_000_000).ReachedPerSecond, 6);

    [Fact]
    public void Sends_that_waited_for_a_connection_show() =>
        // The last one went out after 1.9 s: 10 / (1.9 s + 0.1 s).
        Assert.Equal(5, Window(1_900_000_000, elapsedNs: 1_901_000_000).ReachedPerSecond, 6);

    [Fact]
    public void A_backlog_on_connections_enough_for_it_shows_too() =>
        // All sent in time, the last one answered after 2.001 s, where a request takes 1 ms at the least: 10 / 2 s.
        Assert.Equal(5, Window(LastSendNs, elapsedNs: 2_001_000_000).ReachedPerSecond, 6);

    private static OpenLoopWindow Window(long lastSendNs, long elapsedNs) =>
        new(10, lastSendNs, elapsedNs, Enumerable.Repeat(1_000_000L, 10).ToArray());
}
