using System.Collections.Concurrent;
using System.Text;
using Xunit;

namespace ContextBench.Load.Tests;

/// <summary>
/// Against real sockets, on a clock of the tests' own. How often the loop reads it while a response is on its way is up
/// to the machine, so a test asserts what holds however often that is.
/// </summary>
public sealed class OpenLoopTests
{
    private const double Rate = 1_000; // a request is due every ms

    private static readonly byte[] Request =
        Encoding.ASCII.GetBytes("POST /slot00/emails HTTP/1.1\r\nContent-Length: 0\r\n\r\n");

    private static readonly ExpectedResponse Expected =
        ExpectedResponse.Learn(Encoding.ASCII.GetBytes(ScriptedServer.Ok("ok")));

    private readonly SteppedClock _clock = new(TimeSpan.FromMicroseconds(1));

    [Fact]
    public void With_a_connection_idle_every_request_is_sent_when_it_is_due()
    {
        var arrived = new ConcurrentQueue<TimeSpan>();
        using var server = new ScriptedServer(_ =>
        {
            arrived.Enqueue(_clock.Now);
            return ScriptedServer.Ok("ok");
        });

        var window = Run(server, connections: 8, requests: 8);

        Assert.Equal(8, server.Requests);
        Assert.Equal(8, window.LatenciesNs.Length);
        Assert.All(arrived.Order().Select((at, k) => at.TotalMilliseconds - k), late => Assert.True(late >= 0));

        // The last of 8 is due at 7 ms, and the clock is read a few times between the moment and the send.
        Assert.InRange(window.LastSendNs, 7_000_000, 7_010_000);
    }

    [Fact]
    public void A_server_that_stalls_delays_every_request_that_was_due_meanwhile()
    {
        using var server = new ScriptedServer(n =>
        {
            if (n == 1)
                _clock.Advance(TimeSpan.FromMilliseconds(20));
            return ScriptedServer.Ok("ok");
        });

        var window = Run(server, connections: 1, requests: 10);

        // Request k is due at k ms, and nothing is answered before 20 ms.
        var latenciesNs = window.LatenciesNs.ToArray();
        Assert.All(
            latenciesNs.Select((latencyNs, k) => latencyNs - (20_000_000 - (k * 1_000_000))),
            more => Assert.True(more >= 0));

        // On one connection the last response is that of request 9.
        Assert.Equal(window.ElapsedNs - 9_000_000, latenciesNs[9]);
    }

    [Fact]
    public void A_server_slower_than_the_rate_on_all_connections_does_not_let_it_be_reached()
    {
        using var server = new ScriptedServer(_ =>
        {
            _clock.Advance(TimeSpan.FromMilliseconds(10));
            return ScriptedServer.Ok("ok");
        });

        var window = Run(server, connections: 1, requests: 10);

        // The last of 10 is sent after nine answers, 90 ms: at most 10 / (90 ms + 1 ms) = 109.9 a second.
        Assert.True(window.LastSendNs >= 90_000_000);
        Assert.True(window.ReachedPerSecond < 110);
        Assert.True(window.ElapsedNs >= 100_000_000);
    }

    [Fact]
    public void A_request_that_hangs_holds_up_no_other_while_a_connection_is_idle()
    {
        using var others = new CountdownEvent(3);
        using var server = new ScriptedServer(n =>
        {
            if (n == 1)
                others.Wait();
            else
                others.Signal();
            return ScriptedServer.Ok("ok");
        });

        Assert.Equal(4, Run(server, connections: 2, requests: 4).LatenciesNs.Length);
    }

    [Fact]
    public void A_request_that_is_due_long_after_the_last_answer_is_waited_for()
    {
        using var server = new ScriptedServer(_ => ScriptedServer.Ok("ok"));

        var window = Run(server, connections: 1, requests: 2, _clock, ratePerSecond: 0.05); // 20 s apart

        Assert.True(window.LastSendNs >= 20_000_000_000);
    }

    [Fact]
    public void A_server_that_hangs_is_a_fault()
    {
        var clock = new SteppedClock(TimeSpan.FromMilliseconds(1));
        using var server = new ScriptedServer(_ => "");

        var fault = Assert.Throws<TargetFaultException>(() => Run(server, connections: 2, requests: 4, clock));

        Assert.Contains("did not answer within 10 s", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_bytes_in_the_middle_of_a_window_are_a_fault()
    {
        using var server = new ScriptedServer(n => ScriptedServer.Ok(n < 8 ? "ok" : "no"));

        var fault = Assert.Throws<TargetFaultException>(() => Run(server, connections: 2, requests: 16));

        Assert.Contains("other bytes", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_closes_the_connection_in_the_middle_of_a_window_is_a_fault()
    {
        using var server = new ScriptedServer(n => n < 8 ? ScriptedServer.Ok("ok") : null);

        var fault = Assert.Throws<TargetFaultException>(() => Run(server, connections: 2, requests: 16));

        Assert.Contains("closed a connection", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_rate_at_which_nothing_is_ever_due_is_refused(double ratePerSecond)
    {
        using var server = new ScriptedServer(_ => ScriptedServer.Ok("ok"));

        Assert.Throws<ArgumentOutOfRangeException>(() => Run(server, 1, 1, _clock, ratePerSecond));
    }

    [Fact]
    public void Windows_and_slices_take_turns_on_the_same_connections()
    {
        using var server = new ScriptedServer(_ => ScriptedServer.Ok("ok"));
        using var generator = new LoadGenerator(server.Address, 2);
        var expected = generator.Ask(Request);

        for (var turn = 0; turn < 3; turn++)
        {
            generator.RunSlice(Request, expected, 5);
            Assert.Equal(7, generator.RunWindow(Request, expected, 7, ratePerSecond: 10_000).LatenciesNs.Length);
        }

        Assert.Equal(1 + (3 * (5 + 7)), server.Requests);
    }

    [Fact]
    public void A_window_allocates_nothing_per_request()
    {
        using var server = new ScriptedServer(_ => ScriptedServer.Ok("ok"));
        using var generator = new LoadGenerator(server.Address, 4);
        var expected = generator.Ask(Request);
        generator.RunWindow(Request, expected, 400, ratePerSecond: 10_000);

        var before = GC.GetAllocatedBytesForCurrentThread();
        generator.RunWindow(Request, expected, 400, ratePerSecond: 10_000);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private OpenLoopWindow Run(ScriptedServer server, int connections, int requests) =>
        Run(server, connections, requests, _clock);

    private static OpenLoopWindow Run(
        ScriptedServer server, int connections, int requests, TimeProvider clock, double ratePerSecond = Rate)
    {
        using var opened = new ConnectionSet(server.Address, connections);
        return new OpenLoop(opened, clock).Run(Request, Expected, requests, ratePerSecond);
    }
}
