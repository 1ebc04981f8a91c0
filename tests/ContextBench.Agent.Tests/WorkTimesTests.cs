using Xunit;

namespace ContextBench.Agent.Tests;

public sealed class WorkTimesTests
{
    [Fact]
    public void Work_that_was_not_timed_took_nothing() =>
        Assert.Equal(new WorkTime(Iterations: 7, Ns: 0, Samples: 0), new WorkTimes().Take(iterations: 7));

    [Fact]
    public void What_was_taken_is_forgotten()
    {
        var times = new WorkTimes();
        times.Run(new CpuWork(1_000));

        Assert.Equal(1, times.Take(1_000).Samples);
        Assert.Equal(0, times.Take(1_000).Samples);
    }

    [Fact]
    public void The_latest_times_are_kept()
    {
        var times = new WorkTimes();
        var work = new CpuWork(0);
        for (var i = 0; i < 20_000; i++)
            times.Run(work);

        Assert.Equal(16_384, times.Take(0).Samples);
    }
}
