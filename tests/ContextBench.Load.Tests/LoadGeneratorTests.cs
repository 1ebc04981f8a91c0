using System.Net;
using System.Text;
using Xunit;

namespace ContextBench.Load.Tests;

public sealed class LoadGeneratorTests
{
    private static readonly byte[] Request =
        Encoding.ASCII.GetBytes("POST /slot00/emails HTTP/1.1\r\nContent-Length: 0\r\n\r\n");

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 16)]
    [InlineData(4, 16)]
    [InlineData(8, 3)]
    public void A_slice_sends_exactly_its_operations_and_records_each_latency(int connections, int operations)
    {
        using var server = new ScriptedServer(_ => ScriptedServer.Ok("ok"));
        using var generator = new LoadGenerator(server.Address, connections);
        var expected = generator.Ask(Request);

        var slice = generator.RunSlice(Request, expected, operations);

        Assert.Equal(1 + operations, server.Requests);
        Assert.Equal(operations, slice.LatenciesNs.Length);
        Assert.All(slice.LatenciesNs.ToArray(), latencyNs => Assert.InRange(latencyNs, 1, slice.ElapsedNs));
    }

    [Fact]
    public void Another_status_in_the_middle_of_a_slice_is_a_fault_that_names_it()
    {
        using var server = new ScriptedServer(n =>
            n < 8 ? ScriptedServer.Ok("ok") : "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n");

        Assert.Contains("HTTP/1.1 500 Internal Server Error", FaultOf(server), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_bytes_of_the_same_length_in_the_middle_of_a_slice_are_a_fault()
    {
        using var server = new ScriptedServer(n => ScriptedServer.Ok(n < 8 ? "ok" : "no"));

        Assert.Contains("other bytes", FaultOf(server), StringComparison.Ordinal);
    }

    [Fact]
    public void A_longer_response_in_the_middle_of_a_slice_is_a_fault()
    {
        using var server = new ScriptedServer(n => ScriptedServer.Ok(n < 8 ? "ok" : "okay"));

        Assert.Contains("other bytes", FaultOf(server), StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_closes_the_connection_is_a_fault()
    {
        using var server = new ScriptedServer(n => n < 8 ? ScriptedServer.Ok("ok") : null);

        Assert.Contains("closed a connection", FaultOf(server), StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_is_not_there_is_a_fault()
    {
        IPEndPoint gone;
        using (var server = new ScriptedServer(_ => null))
            gone = server.Address;

        var fault = Assert.Throws<TargetFaultException>(() => new LoadGenerator(gone, 1));

        Assert.Contains("cannot be reached", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_slice_allocates_nothing_per_request()
    {
        using var server = new ScriptedServer(_ => ScriptedServer.Ok("ok"));
        using var generator = new LoadGenerator(server.Address, 4);
        var expected = generator.Ask(Request);
        generator.RunSlice(Request, expected, 400);

        var before = GC.GetAllocatedBytesForCurrentThread();
        generator.RunSlice(Request, expected, 400);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static string FaultOf(ScriptedServer server)
    {
        using var generator = new LoadGenerator(server.Address, 2);
        var expected = generator.Ask(Request);
        return Assert.Throws<TargetFaultException>(() => generator.RunSlice(Request, expected, 16)).Message;
    }
}
