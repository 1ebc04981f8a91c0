using System.Text;
using System.Text.Json;
using ContextBench.Handlers;
using Xunit;

namespace ContextBench.Server.Tests;

/// <summary>The control protocol, spoken with a real server process.</summary>
public sealed class ControlledServerTests
{
    private const int HangMilliseconds = 60_000; // no limit to pass, a way out of a server that hangs

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = HangMilliseconds)]
    public async Task A_launch_proves_a_request_reads_the_counters_and_ends_the_server_by_closing_its_input()
    {
        using var server = ControlledProcess.Start();
        var ready = await server.ReadyAsync(Cancellation);
        using var client = new HttpClient { BaseAddress = new Uri(ready.Address) };

        Assert.Equal(0, (await server.CommandAsync<JsonElement>(ServerProtocol.StartProof, Cancellation)).EnumerateObject().Count());
        using var response = await client.PostAsync(ready.Paths["async-local"], RequestBody.Content(RequestBody.Article), Cancellation);
        var proof = await server.CommandAsync<ServerProtocol.ProofReply>(ServerProtocol.EndProof, Cancellation);

        Assert.Equal("""{"sent":3}""", await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(
            """
            [000000000000000000000000000000000001] Start processing
            [000000000000000000000000000000000001] Send email: user000@example.com
            [000000000000000000000000000000000001] Send email: user001@example.com
            [000000000000000000000000000000000001] Send email: user002@example.com

            """,
            Encoding.UTF8.GetString(proof.Log));

        var before = await server.CommandAsync<RuntimeCounters>(ServerProtocol.ReadCounters, Cancellation);
        using var again = await client.PostAsync(ready.Paths["classic"], RequestBody.Content(RequestBody.Article), Cancellation);
        var used = await server.CommandAsync<RuntimeCounters>(ServerProtocol.ReadCounters, Cancellation) - before;
        Assert.True(before is { AllocatedBytes: > 0, CompiledMethods: > 0 }, $"{before}");
        Assert.True(used.AllocatedBytes > 0, $"{used}");

        server.CloseInput(); // with the client's keep-alive connection open, as a launch's are
        Assert.Equal((0, "", ""), await server.EndAsync(Cancellation));
    }

    [Fact(Timeout = HangMilliseconds)]
    public async Task It_reports_where_it_listens_and_each_variants_path_and_handler()
    {
        using var server = ControlledProcess.Start("--routes=no-id=12,classic=3", "--work-us=1");
        var ready = await server.ReadyAsync(Cancellation);

        var address = new Uri(ready.Address);
        Assert.Equal("127.0.0.1", address.Host);
        Assert.NotEqual(0, address.Port);
        Assert.Equal(
            new Dictionary<string, string> { ["no-id"] = "/slot12/emails", ["classic"] = "/slot03/emails" }, ready.Paths);
        Assert.Equal(
            new Dictionary<string, string> { ["no-id"] = "NoIdHandler", ["classic"] = "ClassicHandler" }, ready.HandlerTypes);
    }

    [Fact(Timeout = HangMilliseconds)]
    public async Task The_console_sink_writes_to_its_file_and_leaves_the_control_output_alone()
    {
        var file = Path.Combine(Path.GetTempPath(), $"contextbench-{Guid.NewGuid():N}.log");
        try
        {
            using var server = ControlledProcess.Start("--sink=Console", $"--console-file={file}");
            var ready = await server.ReadyAsync(Cancellation);
            using var client = new HttpClient { BaseAddress = new Uri(ready.Address) };

            await server.CommandAsync<JsonElement>(ServerProtocol.StartProof, Cancellation);
            using var response = await client.PostAsync(ready.Paths["classic"], RequestBody.Content(RequestBody.Article), Cancellation);
            var proof = await server.CommandAsync<ServerProtocol.ProofReply>(ServerProtocol.EndProof, Cancellation);
            server.CloseInput();

            Assert.Equal((0, "", ""), await server.EndAsync(Cancellation));
            Assert.NotEmpty(proof.Log);
            Assert.Equal(proof.Log, await File.ReadAllBytesAsync(file, Cancellation));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact(Timeout = HangMilliseconds)]
    public async Task Input_that_is_closed_at_once_ends_the_server_at_once()
    {
        using var server = ControlledProcess.Start();
        server.CloseInput();
        await server.ReadyAsync(Cancellation);

        Assert.Equal((0, "", ""), await server.EndAsync(Cancellation));
    }

    [Fact(Timeout = HangMilliseconds)]
    public async Task An_unknown_command_ends_the_server_with_an_error_that_names_it()
    {
        using var server = ControlledProcess.Start();
        await server.ReadyAsync(Cancellation);
        await server.SendAsync("start-prof", Cancellation);
        var (exitCode, output, errors) = await server.EndAsync(Cancellation);

        Assert.NotEqual(0, exitCode);
        Assert.Empty(output);
        Assert.Contains("'start-prof'", errors, StringComparison.Ordinal);
    }
}
