using ContextBench.Measurement.Machine;
using Xunit;

namespace ContextBench.Measurement.Tests.Machine;

public sealed class StealClockTests
{
    [Fact]
    public void Steal_is_the_eighth_field_and_guest_time_is_not_counted_twice()
    {
        // user nice system idle iowait irq softirq steal guest guest_nice
        var clock = StealClock.Parse("cpu  100 0 50 800 10 0 20 20 7 0");

        Assert.Equal(new StealClock(20, 1000), clock);
    }

    [Fact]
    public void The_share_is_of_the_time_between_two_readings()
    {
        var earlier = new StealClock(20, 1000);
        var later = new StealClock(70, 1200);

        Assert.Equal(0.25, later.ShareSince(earlier)); // 50 of 200
    }

    [Fact]
    public void No_time_between_readings_gives_no_share() => Assert.Null(default(StealClock).ShareSince(default));
}
