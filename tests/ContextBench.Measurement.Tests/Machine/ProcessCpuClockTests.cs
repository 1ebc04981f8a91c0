using System.Diagnostics;
using ContextBench.Load;
using ContextBench.Measurement.Machine;
using Xunit;

namespace ContextBench.Measurement.Tests.Machine;

public sealed class ProcessCpuClockTests
{
    [Fact]
    public void The_clock_of_this_process_moves_while_it_works_and_agrees_with_the_runtime()
    {
        using var clock = new ProcessCpuClock(Environment.ProcessId);
        var before = clock.ReadNs();
        var runtimeBefore = Environment.CpuUsage.TotalTime;

        var spin = Stopwatch.StartNew();
        while (spin.ElapsedMilliseconds < 50)
        {
        }

        var runtimeNs = (Environment.CpuUsage.TotalTime - runtimeBefore).TotalNanoseconds;
        Assert.InRange(clock.ReadNs() - before, Math.Max(1, runtimeNs / 2), (2 * runtimeNs) + 50_000_000);
    }

    [Fact]
    public void The_clock_of_a_process_that_is_gone_is_a_fault()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the clock is the kernel's on Linux alone");
        using var process = Process.Start(new ProcessStartInfo("/bin/true"))!;
        using var clock = new ProcessCpuClock(process.Id);
        process.WaitForExit();

        Assert.Throws<TargetFaultException>(() => clock.ReadNs());
    }
}
