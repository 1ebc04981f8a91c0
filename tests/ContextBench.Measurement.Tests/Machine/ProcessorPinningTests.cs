using System.Diagnostics;
using System.Globalization;
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

        Assert.Equal(
            "0",
            status.Split('\n')
                .Single(line => line.StartsWith("Cpus_allowed_list", StringComparison.Ordinal))
                .Split('\t')[1]);
        Assert.Equal(own, AllowedProcessors("/proc/thread-self/status"));
    }

    [Theory]
    [InlineData("0:a", null, null)] // one processor: nothing is pinned
    [InlineData("0:a 1:b", 0, 1)]
    [InlineData("0:a 1:a 2:b 3:b", 0, 2)] // 0 and 1 are threads of one core
    [InlineData("4:a 5:a", 4, 5)] // one core with two threads is all there is
    [InlineData("2:a 7:b", 2, 7)] // a container may own any processors
    public void Server_and_generator_are_kept_on_different_cores_where_there_are_two(
        string allowed, int? underTest, int? generator)
    {
        var processors = allowed.Split(' ')
            .Select(item => item.Split(':'))
            .Select(item => new Processor(int.Parse(item[0], CultureInfo.InvariantCulture), item[1]));

        Assert.Equal(new ProcessorPlan(underTest, generator), ProcessorPlan.For([.. processors]));
    }

    [Fact]
    public void The_processors_allowed_are_those_that_the_runtime_counts() =>
        Assert.Equal(Environment.ProcessorCount, Processor.Allowed().Count);

    private static string AllowedProcessors(string file) =>
        File.ReadLines(file).Single(line => line.StartsWith("Cpus_allowed_list", StringComparison.Ordinal));
}
