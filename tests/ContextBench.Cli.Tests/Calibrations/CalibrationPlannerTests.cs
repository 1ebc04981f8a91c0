using ContextBench.Cli.Calibrations;
using ContextBench.Handlers;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Runs;
using Xunit;

namespace ContextBench.Cli.Tests.Calibrations;

public sealed class CalibrationPlannerTests
{
    private static readonly CalibrationPlanner Planner = new(seed: 40, launches: null, "calibrate");

    // A request takes 20 µs. Of 0.1 µs of work, as it is asked for, half shows; of more, all and a quarter.
    private static readonly CalibrationPilot Pilot = new(BaselineUs: 20, [(0.1, 0.05), (1, 1.25)], WorkSpeed: 10_000);

    [Fact]
    public void All_costs_are_arms_of_the_same_run()
    {
        var plan = Planner.Run("kestrel", run: 3, Pilot);

        Assert.Equal(
            [
                "classic", "control",
                "classic+0.1075us", "classic+0.1375us", "classic+0.2125us", "classic+0.5125us", "classic+1.28us",
                "classic+64B", "classic+256B", "classic+1024B", "classic+0.5%of64us",
            ],
            plan.Study.Names);
        Assert.All(plan.Study.Names, name => Assert.NotNull(StudyCatalogue.Default.Find(name)));
        Assert.Equal(43, plan.Seed);
        Assert.Equal(10_000, plan.WorkSpeed); // the same iterations in every launch
        Assert.Equal("calibrate", plan.Profile);
    }

    [Fact]
    public void Runs_of_a_tier_differ_in_their_seed_alone()
    {
        var (one, other) = (Planner.Run("handler", 1, Pilot), Planner.Run("handler", 2, Pilot));

        Assert.NotEqual(one.Seed, other.Seed);
        Assert.Equal(one.Study.Names, other.Study.Names);
        Assert.Equal(one.Tiers, other.Tiers);
    }

    [Fact]
    public void Launches_are_those_that_were_asked_for() =>
        Assert.Equal(3, new CalibrationPlanner(40, launches: 3, "").Run("kestrel", 1, Pilot).Tiers.Single().Launches);

    [Fact]
    public void Allocated_bytes_are_measured_in_both_residencies_with_the_same_arms()
    {
        var (together, apart) = (Planner.Bytes(Residency.Together), Planner.Bytes(Residency.Apart));

        Assert.Equal(together.Study.Names, apart.Study.Names);
        Assert.Equal("classic+16384B", apart.Study.Names[^1]);
        Assert.Equal(Residency.Apart, apart.Load.Residency);
        Assert.True(apart.Tiers[0].SliceOperations > together.Tiers[0].SliceOperations);
    }

    [Fact]
    public void A_pilot_tells_what_a_request_takes_and_what_work_comes_to()
    {
        // Slices of 10 operations take 150 µs in one launch and 250 µs in the other. Empty work takes 30 ns, which are
        // those of reading the clock.
        var batches = new[] { 150_000, 250_000 }.Select((sliceNs, index) =>
        {
            var batch = BatchObservation.Empty("kestrel", index + 1, 0, 4, 3);
            Array.Fill(batch.ElapsedNs[0], sliceNs);
            return batch;
        });
        var launch = new LaunchObservation
        {
            Tier = "kestrel",
            Launch = 1,
            Seed = 1,
            Variants = ["classic", "control", "classic+0.1us", "classic+1us"],
            SliceOperations = 10,
            WorkTimes = [new(0, 30, 9), new(0, 30, 9), new(100, 70, 9), new(1_000, 1_270, 9)],
        };
        var slower = launch with
        {
            Launch = 2,
            WorkTimes = [new(0, 40, 9), new(0, 40, 9), new(100, 100, 9), new(1_000, 1_300, 9)],
        };

        var pilot = CalibrationPilot.From([.. batches, launch, slower]);

        Assert.Equal(20, pilot.BaselineUs, 9);
        Assert.Equal([(0.1, 0.05), (1, 1.25)], pilot.Work.Select(work => (work.AskedUs, Math.Round(work.TookUs, 9))));
        Assert.Equal(1_000, pilot.WorkSpeed);
    }

    [Theory]
    [InlineData(0.125, 0.05)] // 0.025 µs: half of what 0.1 µs come to
    [InlineData(0.25, 0.1)]
    [InlineData(3.25, 0.55)] // 0.65 µs: half-way from 0.05 to 1.25
    [InlineData(12.5, 2)] // 2.5 µs: twice what 1 µs comes to
    public void Work_for_an_injected_cost_lies_between_what_the_pilot_measured(double percent, double expectedUs) =>
        Assert.Equal(expectedUs, Pilot.WorkUsFor([percent]).Single(), 9);

    [Fact]
    public void An_injected_cost_is_whole_iterations_and_no_more_than_it_is_called()
    {
        // 0.5 % of 20 µs are 0.1 µs, and at 128 iterations a µs those are 12.8.
        var pilot = new CalibrationPilot(BaselineUs: 20, [(1, 1)], WorkSpeed: 128);

        Assert.Equal([12.0 / 128], pilot.WorkUsFor([0.5]));
    }

    [Fact]
    public void Each_cost_is_an_iteration_more_than_the_one_before()
    {
        // 0.001 % of 20 µs are 0.03 iterations, 0.002 % twice that, and 0.1 % are 2.56.
        var pilot = new CalibrationPilot(BaselineUs: 20, [(1, 1)], WorkSpeed: 128);

        Assert.Equal([1.0 / 128, 2.0 / 128, 3.0 / 128], pilot.WorkUsFor([0.001, 0.002, 0.1]));
    }

    [Fact]
    public void A_pilot_whose_launches_failed_ends_the_calibration()
    {
        var failed = new LaunchObservation { Tier = "kestrel", Launch = 1, Seed = 1, Fault = "the server died" };

        var refused = Assert.Throws<InvalidRunException>(() => CalibrationPilot.From([failed]));

        Assert.Contains("the server died", refused.Message, StringComparison.Ordinal);
    }
}
