using ContextBench.Analysis.Comparisons;
using ContextBench.Analysis.Results;
using ContextBench.Analysis.Validity;
using ContextBench.Handlers;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Records;
using ContextBench.Statistics;
using Xunit;

namespace ContextBench.Analysis.Tests.Comparisons;

public sealed class OpenLoopAnalysisTests
{
    private const double Rate = 20_000;

    private static readonly string[] Variants = ["classic", "control", "async-local"];

    [Fact]
    public void Every_quantile_is_compared_round_by_round()
    {
        // The candidate's quantiles are 10 % above the baseline's in every round of every launch.
        var tier = Report(Windows(candidate: _ => 1.1), launches: 3);

        foreach (var metric in new[] { Metric.P50, Metric.P90, Metric.P99, Metric.P999 })
            Assert.Equal(10, tier.Find("async-local", metric)!.OverheadPercent!.Value, 6);
        Assert.Equal(200, tier.Find("async-local", Metric.P99)!.BaselineValue, 6); // µs
        Assert.Equal(20, tier.Find("async-local", Metric.P99)!.Difference, 6);
    }

    [Fact]
    public void One_stalled_window_of_five_is_trimmed_away()
    {
        var tier = Report(Windows(candidate: round => round == 2 ? 50 : 1), launches: 3);

        Assert.Equal(0, tier.Find("async-local", Metric.P99)!.OverheadPercent!.Value, 6);
    }

    [Fact]
    public void The_verdict_is_about_the_99th_percentile_alone()
    {
        var tier = Report(Windows(candidate: _ => 1.1), launches: 3);

        Assert.Equal(Verdict.Slower, tier.Find("async-local", Metric.P99)!.Verdict);
        Assert.Null(tier.Find("async-local", Metric.P50)!.Verdict);
        Assert.Equal(Metric.P99, tier.JudgedMetric);
        Assert.Equal(Metric.P99, tier.Control!.Metric);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0.995, true)]
    [InlineData(0.9949, false)]
    public void A_rate_is_reached_within_half_a_percent(double share, bool isReached) =>
        Assert.Equal(isReached, ValidityChecks.RateNotReached(share) is null);

    [Fact]
    public void A_rate_that_was_not_reached_is_said_and_makes_the_run_invalid()
    {
        var tier = Report(
            Windows(candidate: _ => 1).Select(window => window with { ReachedPerSecond = 0.99 * Rate }), launches: 3);

        Assert.True(tier.IsInvalid);
        Assert.Equal(0.99, tier.ReachedShare!.Value, 9);
        Assert.Equal(Verdict.Invalid, tier.Find("async-local", Metric.P99)!.Verdict);
        Assert.Equal(
            "only 99.0 % of the rate was reached: latencies say how overloaded the server was; ask for less (--rate)",
            tier.Warnings.Single(warning => warning.Code == "rate-not-reached").Text);
    }

    [Fact]
    public void Half_a_percent_below_the_rate_still_counts_as_reached() =>
        Assert.False(Report(
            Windows(candidate: _ => 1).Select(window => window with { ReachedPerSecond = 0.995 * Rate }),
            launches: 3).IsInvalid);

    [Fact]
    public void A_quantile_beyond_which_a_window_has_fewer_than_ten_requests_is_left_out_and_said()
    {
        // 5,000 requests: 50 beyond p99, 5 beyond p99.9.
        var tier = Report(Windows(candidate: _ => 1), launches: 3, requests: 5_000);

        Assert.NotNull(tier.Find("async-local", Metric.P99));
        Assert.Null(tier.Find("async-local", Metric.P999));
        Assert.Equal(
            "5000 requests a window are too few for p99.9: use longer windows (--seconds)",
            tier.Warnings.Single(warning => warning.Code == "too-few-requests").Text);
    }

    [Fact]
    public void With_too_few_requests_for_p99_the_verdict_is_about_the_highest_quantile_that_is_told()
    {
        var tier = Report(Windows(candidate: _ => 1), launches: 3, requests: 500);

        Assert.Equal(Metric.P90, tier.JudgedMetric);
        Assert.NotNull(tier.Find("async-local", Metric.P90)!.Verdict);
    }

    [Fact]
    public void A_launch_without_all_of_its_windows_is_not_counted()
    {
        var tier = Report(Windows(candidate: _ => 1), launches: 3, drop: 1);

        Assert.Equal(2, tier.CountedLaunches);
    }

    [Theory]
    [InlineData(0, 1, 100_000)]
    [InlineData(1, -1, 100_000)]
    [InlineData(1, 1, -1)]
    public void A_window_in_which_a_clock_went_backwards_leaves_nothing_to_compare(
        long elapsedNs, long cpuNs, long p50Ns)
    {
        var windows = Windows(candidate: _ => 1).Select(window => window is { Round: 2, Variant: 1 }
            ? window with { ElapsedNs = elapsedNs, CpuNs = cpuNs, P50Ns = p50Ns }
            : window);

        var tier = Report(windows, launches: 3);

        Assert.Equal(
            "a clock went backwards in 3 of 3 launches (windows: 3), so no time here can be trusted: measure on " +
            "another machine, or with another clock source of its kernel",
            tier.Warnings.Single(warning => warning.Code == "clock-backwards").Text);
        Assert.True(tier.IsInvalid);
        Assert.Empty(tier.Comparisons);
    }

    [Fact]
    public void Launches_that_were_not_steady_before_their_windows_make_the_run_invalid()
    {
        var tier = Report(Windows(candidate: _ => 1), launches: 3, steady: false);

        Assert.Equal("not-steady", Assert.Single(tier.Warnings).Code);
        Assert.Equal(Verdict.Invalid, tier.Find("async-local", Metric.P99)!.Verdict);
    }

    // Five rounds of one launch: p50 100, p90 150, p99 200 and p99.9 400 µs for the baseline.
    private static IEnumerable<WindowObservation> Windows(Func<int, double> candidate) =>
        from round in Enumerable.Range(0, 5)
        from variant in Enumerable.Range(0, Variants.Length)
        let factor = variant == 2 ? candidate(round) : 1
        select new WindowObservation
        {
            Tier = "kestrel",
            Launch = 1,
            Round = round,
            Order = variant,
            Variant = variant,
            Requests = 20_000,
            RatePerSecond = Rate,
            ReachedPerSecond = Rate,
            P50Ns = (long)(100_000 * factor),
            P90Ns = (long)(150_000 * factor),
            P99Ns = (long)(200_000 * factor),
            P999Ns = (long)(400_000 * factor),
            MaxNs = 1_000_000,
            CpuNs = 1,
            ElapsedNs = 1,
        };

    private static TierResult Report(
        IEnumerable<WindowObservation> windows, int launches, int requests = 20_000, int drop = 0,
        bool steady = true)
    {
        var observations = new List<Observation>();
        for (var launch = 1; launch <= launches; launch++)
        {
            observations.AddRange(windows.Select(window => window with { Launch = launch, Requests = requests }));
            observations.Add(new LaunchObservation
            {
                Tier = "kestrel",
                Launch = launch,
                Seed = launch,
                Variants = Variants,
                Steady = steady,
                Blocks = 5,
                SliceOperations = requests,
            });
        }

        observations.RemoveRange(0, drop);
        return RunAnalysis.Of(Environment(launches), observations).Tiers.Single();
    }

    private static EnvironmentManifest Environment(int launches)
    {
        var environment = SyntheticRun.Environment();
        return environment with
        {
            Plan = environment.Plan with
            {
                Study = StudyCatalogue.Default.FactsOf(Variants),
                Load = new LoadPlan { OpenLoop = new OpenLoopPlan(Rate, WindowSeconds: 1) },
                Tiers =
                [
                    new TierPlan
                    {
                        Tier = "kestrel", Launches = launches, SliceOperations = 4, Connections = 16,
                        MeasureSeconds = 15, MostWarmUpSeconds = 1,
                    },
                ],
            },
        };
    }
}
