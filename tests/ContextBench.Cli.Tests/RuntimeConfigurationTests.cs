using System.Text.Json;
using Xunit;

namespace ContextBench.Cli.Tests;

/// <summary>What the build tells the runtime of every program that is measured.</summary>
public sealed class RuntimeConfigurationTests
{
    private static readonly RepositoryLayout Layout = RepositoryLayout.Find(AppContext.BaseDirectory);

    // The Web SDK would choose the server collector for the server alone.
    [Fact]
    public void Every_measured_program_asks_for_the_same_collector()
    {
        Assert.All(
            new[] { Layout.CliAssembly, Layout.ServerAssembly, Layout.MicroAssembly },
            program => Assert.Equal(
                (false, true), (Setting(program, "System.GC.Server"), Setting(program, "System.GC.Concurrent"))));
    }

    // No call names a culture, so that a German machine would write 0,5 into files without this.
    [Fact]
    public void Every_program_writes_numbers_and_dates_the_same_way_on_every_machine()
    {
        Assert.All(
            new[] { Layout.CliAssembly, Layout.ServerAssembly, Layout.MicroAssembly },
            program => Assert.True(Setting(program, "System.Globalization.Invariant")));
    }

    private static bool Setting(string program, string name)
    {
        using var configuration = JsonDocument.Parse(
            File.ReadAllText(Path.ChangeExtension(program, ".runtimeconfig.json")));
        return configuration.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties")
            .GetProperty(name).GetBoolean();
    }
}
