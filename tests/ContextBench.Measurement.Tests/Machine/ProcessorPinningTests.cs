using System.Diagnostics;
using ContextBench.Measurement.Machine;
using Xunit;

namespace ContextBench.Measurement.Tests.Machine;

public sealed class ProcessorPinningTests
{
    [Fact]
    public void A_process_starts_on_its_processor_alone_and_the_starter_keeps_its_own()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a child inherits its affinity on Linux alone");
        var own = AllowedProcessors("/proc/thread-self/status");
        var start = new ProcessStartInfo("cat", ["/proc/self/status"]) { RedirectStandardOutput = true };

        using var process = ProcessorPinning.Start(start, 0);
        var status = process.StandardOutput.ReadToEnd();

        Assert.Equal("0", status.Split('\n').Single(line => line.StartsWith("Cpus_allowed_list", StringComparison.Ordinal)).Split('\t')[1]);
        Assert.Equal(own, AllowedProcessors("/proc/thread-self/status"));
    }

    [Theory]
    [InlineData(1, null, null)]
    [InlineData(2, 0, 1)]
    [InlineData(8, 0, 1)]
    public void Server_and_generator_are_kept_apart_where_there_are_two_processors(int processors, int? underTest, int? generator) =>
        Assert.Equal(new ProcessorPlan(underTest, generator), ProcessorPlan.For(processors));

    private static string AllowedProcessors(string file) =>
        File.ReadLines(file).Single(line => line.StartsWith("Cpus_allowed_list", StringComparison.Ordinal));
}
