using ContextBench.Cli.Progress;
using ContextBench.Measurement.Plans;
using Xunit;

namespace ContextBench.Cli.Tests.Progress;

public sealed class RunClockTests
{
    private readonly SteppedTime _time = new();

    [Fact]
    public void The_time_left_is_learnt_from_the_launches_that_have_ended()
    {
        var clock = new RunClock(Tiers(launches: 3, measureSeconds: 6), microSeconds: 0, _time);
        Assert.Equal(30, clock.State("").Left.TotalSeconds); // 3 launches of 6 s and 4 s beside

        _time.Advance(TimeSpan.FromSeconds(20));
        clock.EndLaunch("kestrel");

        Assert.Equal(30, clock.State("").Left.TotalSeconds); // 2 launches of (10 + 20) / 2 = 15 s
    }

    [Fact]
    public void The_micro_benchmarks_count_until_they_have_ended()
    {
        var clock = new RunClock(Tiers(launches: 1, measureSeconds: 6), microSeconds: 45, _time);
        Assert.Equal(10 + 45, clock.State("").Left.TotalSeconds);

        clock.EndLaunch("kestrel");
        clock.EndMicro();

        Assert.Equal(0, clock.State("").Left.TotalSeconds);
    }

    [Theory]
    [InlineData(0, "here; about 1 s left")]
    [InlineData(59, "here; about 59 s left")]
    [InlineData(150, "here; about 2 min 30 s left")]
    public void The_time_left_is_said_in_words(int seconds, string words) =>
        Assert.Equal(words, $"{new ProgressState("here", 0, TimeSpan.FromSeconds(seconds))}");

    [Fact]
    public void A_tier_that_is_measured_several_times_counts_as_often()
    {
        var clock = new RunClock(
            [.. Tiers(launches: 1, measureSeconds: 6), .. Tiers(launches: 2, measureSeconds: 6)], time: _time);

        Assert.Equal(30, clock.State("").Left.TotalSeconds);
    }

    private static TierPlan[] Tiers(int launches, double measureSeconds) =>
    [
        new TierPlan
        {
            Tier = "kestrel", Launches = launches, SliceOperations = 1, Connections = 1,
            MeasureSeconds = measureSeconds, MostWarmUpSeconds = 1,
        },
    ];

    private sealed class SteppedTime : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Advance(TimeSpan by) => _ticks += by.Ticks;
    }
}
