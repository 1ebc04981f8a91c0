using ContextBench.Handlers;
using ContextBench.Measurement.Machine;
using ContextBench.Measurement.Runs;
using Xunit;

namespace ContextBench.Measurement.Tests.Machine;

public sealed class EnvironmentManifestTests
{
    private static readonly RunPlan Plan = new()
    {
        Profile = "quick",
        Tiers = [],
        Variants = ["classic"],
        Workload = Workload.Article,
        MarginPercent = 1,
        Seed = 7,
        Reproduce = "./run-bench.sh run --seed 7",
    };

    [Fact]
    public void What_is_written_is_read_again()
    {
        var manifest = Observe();

        Assert.Equal(manifest.ToJson(), EnvironmentManifest.FromJson(manifest.ToJson()).ToJson());
    }

    [Fact]
    public void The_machine_is_named_by_its_kind_and_never_by_its_host()
    {
        var manifest = Observe() with { Cpu = "AMD EPYC 7B13 64-Core Processor", Processors = 2 };

        Assert.Equal("amd-epyc-7b13-2c", manifest.MachineName());
        Assert.DoesNotContain(Environment.MachineName + "\"", manifest.ToJson(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_runtime_is_named_by_its_major_version() =>
        Assert.Equal("dotnet-10", (Observe() with { Runtime = ".NET 10.0.12" }).RuntimeName());

    [Fact]
    public void Of_a_variable_that_holds_a_path_the_name_alone_is_recorded()
    {
        const string path = "DOTNET_GCPath_OF_THIS_TEST";
        const string number = "DOTNET_GCNumber_OF_THIS_TEST";
        Environment.SetEnvironmentVariable(path, "/srv/secret/libgc.so");
        Environment.SetEnvironmentVariable(number, "0x10");
        try
        {
            var manifest = Observe();

            Assert.Equal("(not recorded)", manifest.RuntimeVariables[path]);
            Assert.Equal("0x10", manifest.RuntimeVariables[number]);
            Assert.DoesNotContain("secret", manifest.ToJson(), StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable(path, null);
            Environment.SetEnvironmentVariable(number, null);
        }
    }

    [Fact]
    public void A_variable_that_reaches_no_measured_process_is_not_recorded()
    {
        const string attached = "DOTNET_EventPipe_OF_THIS_TEST";
        Environment.SetEnvironmentVariable(attached, "1");
        try
        {
            Assert.DoesNotContain(attached, Observe().RuntimeVariables.Keys);
        }
        finally
        {
            Environment.SetEnvironmentVariable(attached, null);
        }
    }

    private static EnvironmentManifest Observe() =>
        EnvironmentManifest.Observe(Plan, new ProcessorPlan(0, 1), "abc1234", TimeProvider.System);
}
