using System.Diagnostics;
using ContextBench.Measurement.Machine;
using Xunit;

namespace ContextBench.Measurement.Tests.Machine;

public sealed class ControlledProcessTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    public ControlledProcessTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "the programs are those of Unix");

    [Fact]
    public async Task It_is_told_by_lines_and_ends_when_its_input_does()
    {
        using var cat = Process.Start(ControlledProcess.StartInfo("cat", []))!;

        await cat.SendAsync("hello", TestContext.Current.CancellationToken);
        var answer = await cat.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        cat.End(Long);

        Assert.Equal("hello", answer);
        Assert.Equal(0, cat.ExitCode);
    }

    [Fact]
    public void One_that_does_not_end_with_its_input_is_ended_by_force()
    {
        using var sleep = Process.Start(ControlledProcess.StartInfo("sleep", ["600"]))!;

        sleep.End(TimeSpan.FromMilliseconds(1));

        Assert.True(sleep.HasExited);
        Assert.NotEqual(0, sleep.ExitCode);
    }

    [Fact]
    public void Without_patience_it_is_ended_by_force_though_its_input_would_do()
    {
        using var cat = Process.Start(ControlledProcess.StartInfo("cat", []))!;

        cat.End(TimeSpan.Zero);

        Assert.NotEqual(0, cat.ExitCode);
    }

    [Fact]
    public async Task One_that_has_died_takes_no_line_and_needs_no_ending()
    {
        using var dead = Process.Start(ControlledProcess.StartInfo("sh", ["-c", "exit 3"]))!;
        await dead.WaitForExitAsync(TestContext.Current.CancellationToken);

        await dead.SendAsync("hello", TestContext.Current.CancellationToken);
        dead.End(Long);

        Assert.Equal(3, dead.ExitCode);
    }
}
