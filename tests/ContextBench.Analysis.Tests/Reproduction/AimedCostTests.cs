using ContextBench.Analysis.Reproduction;
using ContextBench.Measurement.Plans;
using Xunit;

namespace ContextBench.Analysis.Tests.Reproduction;

public sealed class AimedCostTests
{
    [Fact]
    public void The_launch_that_is_furthest_off_may_be_below_the_aim()
    {
        var cost = new AimedCost(200, [new(206, 100), new(188, 104), new(200, 96)]);

        Assert.Equal((188, 206), (cost.LeastUs, cost.MostUs));
        Assert.Equal(-6, cost.FurthestPercent, 9); // 188 of 200
        Assert.Equal(2, cost.Near);
        Assert.Equal((96, 104), cost.ExtraWorkUs);
    }

    [Theory]
    [InlineData(190)]
    [InlineData(210)]
    public void Off_by_5_percent_is_near_still(double cpuUs) =>
        Assert.Equal(1, new AimedCost(200, [new(cpuUs, null)]).Near);

    [Fact]
    public void Without_extra_work_of_its_own_no_launch_tells_any() =>
        Assert.Null(new AimedCost(200, [new(200, null)]).ExtraWorkUs);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Each_launch_that_counts_tells_its_cpu_time_and_its_extra_work(bool isByWrk)
    {
        // 100, 110 and 120 µs of time, of which 95 % are CPU time.
        using var reproduction = new SyntheticReproduction().Add(Part() with
        {
            Wrk = isByWrk ? new ArmPlan(30, 2, 12) : null,
        });

        var aim = reproduction.Report().Parts.Single().Aim!;

        Assert.Equal(100, aim.AimUs);
        double[] cpuUs = [95, 104.5, 114];
        Assert.All(aim.Launches.Zip(cpuUs), launch => Assert.Equal(launch.Second, launch.First.CpuUs, 0.001));
        Assert.Equal([40, 50, 60], aim.Launches.Select(launch => launch.ExtraWorkUs));
    }

    [Fact]
    public void Where_nothing_was_asked_for_there_is_no_aim()
    {
        using var reproduction = new SyntheticReproduction().Add(Part() with { AimedCpuUs = null });

        var part = reproduction.Report().Parts.Single();

        Assert.Equal(3, part.Launches.Count);
        Assert.Null(part.Aim);
    }

    private static SyntheticPart Part() => new(SyntheticReproduction.Node14, Residency.Apart, "article")
    {
        AimedCpuUs = 100,
        WorkUs = 40,
        DriftUs = 10,
        Differences = [("als", 10)],
    };
}
