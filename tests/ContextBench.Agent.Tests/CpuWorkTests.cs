using Xunit;

namespace ContextBench.Agent.Tests;

/// <summary>The work is counted, never timed: its state after a run tells how many iterations were done.</summary>
public sealed class CpuWorkTests
{
    private const ulong Seed = 88_172_645_463_325_252; // Marsaglia (2003), "Xorshift RNGs", xor64

    [Fact]
    public void Zero_iterations_are_none_and_do_nothing()
    {
        var work = new CpuWork(0);
        work.Run();

        Assert.Equal(0, work.Iterations);
        Assert.Equal(Seed, StateOf(work));
    }

    [Fact]
    public void One_iteration_is_not_none() => Assert.Equal(1, new CpuWork(1).Iterations);

    [Fact]
    public void A_negative_number_of_iterations_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CpuWork(-1));

    [Fact]
    public void One_iteration_is_a_step_of_Marsaglias_generator()
    {
        var work = new CpuWork(1);
        work.Run();

        // The first output published for this seed with shifts 13, 7, 17.
        Assert.Equal(8_748_534_153_485_358_512UL, StateOf(work));
    }

    [Fact]
    public void A_run_does_exactly_the_iterations_asked_for()
    {
        var thousand = new CpuWork(1_000);
        var one = new CpuWork(1);
        thousand.Run();
        for (var i = 0; i < 1_000; i++)
            one.Run();

        Assert.Equal(StateOf(one), StateOf(thousand));
    }

    [Fact]
    public void Every_run_does_as_much_as_the_first()
    {
        var twice = new CpuWork(500);
        var once = new CpuWork(1_000);
        twice.Run();
        twice.Run();
        once.Run();

        Assert.Equal(StateOf(once), StateOf(twice));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void No_time_is_no_work(int microseconds) => Assert.Equal(0, CpuWork.Lasting(microseconds, 500).Iterations);

    [Fact]
    public void A_time_is_as_many_iterations_as_the_machine_does_in_it() =>
        Assert.Equal(330, CpuWork.Lasting(0.66, iterationsPerMicrosecond: 500).Iterations); // 0.66 · 500

    [Fact]
    public void The_speed_is_that_of_the_fastest_trial()
    {
        // A trial has a million iterations. The clock is read before and after each: one takes 400 µs, all others 1 ms.
        var clock = new TrialClock(trial => TimeSpan.FromMicroseconds(trial == 13 ? 400 : 1_000));

        Assert.Equal(2_500, CpuWork.MeasureSpeed(clock)); // 1 000 000 / 400
        Assert.Equal(20, clock.Trials);
    }

    private static ulong StateOf(CpuWork work) => work.State;

    /// <summary>A clock that is read twice a trial and moves between the two by what the trial is to take.</summary>
    private sealed class TrialClock(Func<int, TimeSpan> lasting) : TimeProvider
    {
        private int _readings;
        private TimeSpan _now;

        public int Trials => _readings / 2;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp()
        {
            if (_readings++ % 2 == 1)
                _now += lasting(Trials);
            return _now.Ticks;
        }
    }
}
