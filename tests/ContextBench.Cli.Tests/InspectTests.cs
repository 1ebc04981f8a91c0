using System.Text.Json;
using Xunit;

namespace ContextBench.Cli.Tests;

public sealed class InspectTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("contextbench").FullName;

    [Fact]
    public async Task An_ambient_id_differs_from_a_parameter_by_the_contexts_own_cost_and_a_second_copy_by_nothing()
    {
        // At the same time: they count and do not measure.
        var inspections = await Task.WhenAll(InspectAsync("async-local"), InspectAsync("control"));

        var (page, file) = inspections[0];
        // The README's 56 B. An id that is no parameter makes the box of each of 3 sends 8 B smaller (-24 B); the scope
        // is two references where the id was one (+8 B).
        Assert.Equal(
            [
                ("System.Threading.ExecutionContext", 1, 40),
                ("OneElementAsyncLocalValueMap", 1, 32),
                (Box("EmailService", "SendAsync"), 0, -24),
                (Box("Handler", "HandleAsync"), 0, 8),
            ],
            Differences(file));
        Assert.Contains("**+56 B, in 4 types.", page, StringComparison.Ordinal);
        Assert.Contains("| log bytes | 269 | 269 | equal byte for byte |", page, StringComparison.Ordinal);
        // Of each send: the transport's task by the service, the service's by the handler.
        Assert.Contains("| awaits that had to wait | 6 | 6 | equal |", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Not exact", page, StringComparison.Ordinal);

        (page, file) = inspections[1];
        Assert.Empty(Differences(file));
        // 4 strings of 360 B, 3 boxes of a send of 120 B, 3 of the transport's of 96 B, 1 of the handler's of 128 B
        Assert.Contains(
            "**No difference in what is allocated: 4 types, 1,136 B in both.**", page, StringComparison.Ordinal);
        Assert.DoesNotContain("**differ**", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_of_its_own_is_listened_to_whatever_the_environment_attaches()
    {
        var folder = Path.Combine(_folder, "server");
        using var cli = new CliProcess(
            new Dictionary<string, string> { ["DOTNET_EnableEventPipe"] = "0", ["DOTNET_EventPipeConfig"] = "None" },
            "inspect", "classic", "async-local", "--tier", "kestrel", "--requests", "10", "--output", folder);

        var (exitCode, output) = await cli.EndAsync();

        Assert.True(exitCode == 0, cli.Error);
        Assert.Contains(
            "run-bench: DOTNET_EnableEventPipe and DOTNET_EventPipeConfig are set: measured processes run without them",
            cli.Error, StringComparison.Ordinal);
        // Every object is an event, as it is only in a process that was started for it.
        Assert.Contains("System.Threading.ExecutionContext", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Not exact", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "unknown variant 'async-loca': there is classic, control, async-local, async-local-map, no-id",
        "classic", "async-loca")]
    [InlineData(
        "--tier takes handler, in-memory, kestrel; got 'kestel'", "classic", "control", "--tier", "kestel")]
    [InlineData("--requests takes 10 to 10000; got '9'", "classic", "control", "--requests", "9")]
    [InlineData("--emails takes 0 to 1000; got '1001'", "classic", "control", "--emails", "1001")]
    public async Task What_cannot_be_inspected_is_refused_with_a_hint(string message, params string[] words)
    {
        using var error = new StringWriter();

        var exitCode = await CommandLine.RunAsync(
            ["inspect", .. words, "--output", Path.Combine(_folder, "none")], TextWriter.Null, error);

        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<(string Page, JsonElement File)> InspectAsync(string variant)
    {
        var folder = Path.Combine(_folder, variant);
        using var cli = new CliProcess(
            "inspect", "classic", variant, "--tier", "handler", "--requests", "40", "--output", folder);
        var (exitCode, output) = await cli.EndAsync();
        Assert.True(exitCode == 0, cli.Error);
        Assert.StartsWith(
            $"What differs between classic and {variant} in one call\n", output, StringComparison.Ordinal);
        Assert.Matches(@"\n  log bytes +269 +269  equal byte for byte\n", output);
        using var file = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "inspection.json")));
        return (await File.ReadAllTextAsync(Path.Combine(folder, "inspection.md")), file.RootElement.Clone());
    }

    private static (string? Name, int Count, int Bytes)[] Differences(JsonElement file) =>
        [.. file.GetProperty("differences").EnumerateArray().Select(type => (
            type.GetProperty("name").GetString(),
            type.GetProperty("count").GetInt32(),
            type.GetProperty("bytes").GetInt32()))];

    private static string Box(string type, string method) =>
        "AsyncStateMachineBox`1[System.Threading.Tasks.VoidTaskResult,ContextBench.Handlers.Lines." +
        $"‹variant›{type}+<{method}>]";
}
