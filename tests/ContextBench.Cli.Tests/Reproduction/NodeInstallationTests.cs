using ContextBench.Cli.Reproduction;
using ContextBench.Measurement.Engines;
using Xunit;

namespace ContextBench.Cli.Tests.Reproduction;

public sealed class NodeInstallationTests : IDisposable
{
    private readonly string _application = Directory.CreateTempSubdirectory("contextbench").FullName;

    [Fact]
    public async Task Without_npm_it_is_said_where_to_get_it()
    {
        var installation = new NodeInstallation(
            _application, _ => { }, TestContext.Current.CancellationToken, "no-such-npm");

        var exception = await Assert.ThrowsAsync<ProgramMissingException>(installation.RequireApplicationAsync);

        Assert.StartsWith("npm is missing: install Node.js", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_broken_off_installation_left_is_not_taken_for_a_node()
    {
        var program = Path.Combine(
            _application, ".runtimes", "9.9.9", "node_modules", NodeInstallation.PackageName(), "bin",
            OperatingSystem.IsWindows() ? "node.exe" : "node");
        Directory.CreateDirectory(Path.GetDirectoryName(program)!);
        await File.WriteAllTextAsync(program, "half of a program", TestContext.Current.CancellationToken);

        var exception = await Assert.ThrowsAsync<ProgramMissingException>(
            () => new NodeInstallation(_application, _ => { }, TestContext.Current.CancellationToken)
                .RequireNodeAsync("9.9.9"));

        Assert.Contains("does not run", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            $"delete {Path.Combine(_application, ".runtimes", "9.9.9")} to install it again", exception.Message,
            StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_application, recursive: true);
}
