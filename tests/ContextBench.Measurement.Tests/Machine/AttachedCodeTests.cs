using System.Diagnostics;
using ContextBench.Measurement.Machine;
using Xunit;

namespace ContextBench.Measurement.Tests.Machine;

public sealed class AttachedCodeTests
{
    [Theory]
    [InlineData("CORECLR_ENABLE_PROFILING")]
    [InlineData("CORECLR_PROFILER_PATH_64")]
    [InlineData("COR_PROFILER")]
    [InlineData("DOTNET_STARTUP_HOOKS")]
    [InlineData("DOTNET_DiagnosticPorts")]
    [InlineData("DOTNET_EnableEventPipe")]
    [InlineData("DOTNET_EventPipeConfig")]
    [InlineData("DOTNET_EventPipeOutputPath")]
    [InlineData("COMPlus_EnableEventPipe")]
    [InlineData("LD_PRELOAD")]
    [InlineData("LD_AUDIT")]
    [InlineData("DYLD_INSERT_LIBRARIES")]
    [InlineData("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES")]
    [InlineData("AspNetCore_HostingStartupAssemblies")] // Windows knows no case
    [InlineData("NODE_OPTIONS")]
    public void What_attaches_other_code_is_kept_from_every_measured_process(string name)
    {
        var start = new ProcessStartInfo("program") { Environment = { [name] = "1", ["NODE_ENV"] = "production" } };

        AttachedCode.RemoveFrom(start);

        Assert.DoesNotContain(name, start.Environment.Keys);
        Assert.Equal("production", start.Environment["NODE_ENV"]);
    }

    [Theory]
    [InlineData("DOTNET_TieredPGO")]
    [InlineData("DOTNET_gcServer")]
    [InlineData("DOTNET_GCHeapHardLimit")]
    [InlineData("COMPlus_TieredCompilation")]
    [InlineData("DOTNET_TC_DelaySingleProcMultiplier")]
    [InlineData("NODE_ENV")]
    [InlineData("NODE_PATH")]
    [InlineData("LD_LIBRARY_PATH")]
    [InlineData("PATH")]
    public void What_only_configures_a_process_is_left_to_it(string name) =>
        Assert.False(AttachedCode.IsAttachedBy(name));

    [Theory]
    [InlineData(null, "PATH", "DOTNET_TieredPGO")]
    [InlineData("LD_PRELOAD is set: measured processes run without it", "PATH", "LD_PRELOAD")]
    [InlineData(
        "CORECLR_PROFILER, LD_PRELOAD and NODE_OPTIONS are set: measured processes run without them",
        "NODE_OPTIONS", "LD_PRELOAD", "CORECLR_PROFILER")]
    public void Users_are_told_in_one_line(string? told, params string[] variables) =>
        Assert.Equal(told, AttachedCode.Notice(variables));
}
