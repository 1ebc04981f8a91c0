using System.Text;
using System.Text.Json;
using ContextBench.Agent;
using Xunit;

namespace ContextBench.Server.Tests;

/// <summary>The control protocol, spoken with a real server process.</summary>
public sealed class ControlledServerTests
{
    private const int HangMilliseconds = 30_000; // no limit to pass, a way out of a server that hangs

    [Fact(Timeout = HangMilliseconds)]
    public async Task A_launch_proves_a_request_reads_the_counters_and_ends_the_server_by_closing_its_input()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var server = ControlledProcess.Start();
        var ready = await server.ReadyAsync(cancellation);
        using var client = new HttpClient { BaseAddress = new Uri(ready.Address) };

        Assert.Empty(
            (await server.CommandAsync<JsonElement>(ServerProtocol.StartProof, cancellation)).EnumerateObject());
        using var response = await client.PostAsync(
            ready.Paths["async-local"], RequestBody.Content(RequestBody.Article), cancellation);
        var proof = await server.CommandAsync<ServerProtocol.ProofReply>(ServerProtocol.EndProof, cancellation);

        Assert.Equal("""{"sent":3}""", await response.Content.ReadAsStringAsync(cancellation));
        Assert.Equal(
            """
            [000000000000000000000000000000000001] Start processing
            [000000000000000000000000000000000001] Send email: user000@example.com
            [000000000000000000000000000000000001] Send email: user001@example.com
            [000000000000000000000000000000000001] Send email: user002@example.com

            """,
            Encoding.UTF8.GetString(proof.Log));

        var before = await server.CommandAsync<RuntimeCounters>(ServerProtocol.ReadCounters, cancellation);
        using var again = await client.PostAsync(
            ready.Paths["classic"], RequestBody.Content(RequestBody.Article), cancellation);
        var used = await server.CommandAsync<RuntimeCounters>(ServerProtocol.ReadCounters, cancellation) - before;
        Assert.True(before is { AllocatedBytes: > 0, CompiledMethods: > 0 }, $"{before}");
        Assert.True(used.AllocatedBytes > 0, $"{used}");

        server.CloseInput(); // with the client's keep-alive connection open, as a launch's are
        Assert.Equal((0, "", ""), await server.EndAsync(cancellation));
    }

    [Fact(Timeout = HangMilliseconds)]
    public async Task Collections_of_the_server_are_handed_over_once()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var server = ControlledProcess.Start();
        var ready = await server.ReadyAsync(cancellation);
        using var client = new HttpClient { BaseAddress = new Uri(ready.Address) };

        var manyEmails = RequestBody.Of([.. Enumerable.Repeat("user@example.com", 1000)]);
        CollectionSpan[] taken = [];
        while (taken.Length == 0)
        {
            // A thousand log lines a request: some dozens of requests fill the youngest generation.
            using var response = await client.PostAsync(
                ready.Paths["classic"], RequestBody.Content(manyEmails), cancellation);
            taken = await server.CommandAsync<CollectionSpan[]>(ServerProtocol.TakeCollections, cancellation);
        }

        Assert.All(taken, collection => Assert.True(collection.Start < collection.End));
        Assert.DoesNotContain(
            taken[^1], await server.CommandAsync<CollectionSpan[]>(ServerProtocol.TakeCollections, cancellation));
    }

    [Fact(Timeout = HangMilliseconds)]
    public async Task It_reports_where_it_listens_and_each_variants_path_and_handler()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var server = ControlledProcess.Start("--routes=no-id=12,classic=3", "--work-us=1");
        var ready = await server.ReadyAsync(cancellation);

        var address = new Uri(ready.Address);
        Assert.Equal("127.0.0.1", address.Host);
        Assert.NotEqual(0, address.Port);
        Assert.Equal(
            new Dictionary<string, string> { ["no-id"] = "/slot12/emails", ["classic"] = "/slot03/emails" },
            ready.Paths);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["no-id"] = "NoIdHandler in no-id",
                ["classic"] = "ClassicHandler in classic",
            },
            ready.HandlerTypes);
    }

    [Theory(Timeout = HangMilliseconds)]
    [InlineData("0", "workstation")]
    [InlineData("1", "server")]
    public async Task It_reports_the_collector_that_it_has(string isServer, string asked)
    {
        using var server = ControlledProcess.Start(
            new Dictionary<string, string> { ["DOTNET_gcServer"] = isServer });

        var ready = await server.ReadyAsync(TestContext.Current.CancellationToken);

        // On one processor the runtime has the workstation collector, whatever it is asked for.
        Assert.Equal($"{(Environment.ProcessorCount > 1 ? asked : "workstation")}, concurrent", ready.GcMode);
    }

    [Fact(Timeout = HangMilliseconds)]
    public async Task The_console_sink_writes_to_its_file_and_leaves_the_control_output_alone()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var file = Path.Combine(Path.GetTempPath(), $"contextbench-{Guid.NewGuid():N}.log");
        try
        {
            using var server = ControlledProcess.Start("--sink=Console", $"--console-file={file}");
            var ready = await server.ReadyAsync(cancellation);
            using var client = new HttpClient { BaseAddress = new Uri(ready.Address) };

            await server.CommandAsync<JsonElement>(ServerProtocol.StartProof, cancellation);
            using var response = await client.PostAsync(
                ready.Paths["classic"], RequestBody.Content(RequestBody.Article), cancellation);
            var proof = await server.CommandAsync<ServerProtocol.ProofReply>(ServerProtocol.EndProof, cancellation);
            server.CloseInput();

            Assert.Equal((0, "", ""), await server.EndAsync(cancellation));
            Assert.NotEmpty(proof.Log);
            Assert.Equal(proof.Log, await File.ReadAllBytesAsync(file, cancellation));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact(Timeout = HangMilliseconds)]
    public async Task Input_that_is_closed_at_once_ends_the_server_at_once()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var server = ControlledProcess.Start();
        server.CloseInput();
        await server.ReadyAsync(cancellation);

        Assert.Equal((0, "", ""), await server.EndAsync(cancellation));
    }

    [Fact(Timeout = HangMilliseconds)]
    public async Task An_unknown_command_ends_the_server_with_an_error_that_names_it()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var server = ControlledProcess.Start();
        await server.ReadyAsync(cancellation);
        await server.SendAsync("start-prof", cancellation);
        var (exitCode, output, errors) = await server.EndAsync(cancellation);

        Assert.NotEqual(0, exitCode);
        Assert.Empty(output);
        Assert.Contains("'start-prof'", errors, StringComparison.Ordinal);
    }
}
