using ContextBench.Analysis.Comparisons;
using ContextBench.Analysis.Results;
using ContextBench.Handlers;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Records;
using ContextBench.Statistics;
using Xunit;

namespace ContextBench.Analysis.Tests.Comparisons;

public sealed class ArmAnalysisTests
{
    private static readonly string[] Variants = ["classic", "control", "async-local"];

    [Fact]
    public void Arms_are_compared_in_time_a_request_and_their_interval_is_students()
    {
        // Requests a second 1100 against 1000, then 1000 against 1100: log-ratios of time ±0.09531, mean 0,
        // sd 0.13479, error 0.09531, t(0.975, 1) = 12.7062.
        var tier = Report([1100, 1100, 1000], [1000, 1000, 1100]);

        var total = tier.Find("async-local", Metric.Total)!;
        Assert.Equal(0, total.OverheadPercent!.Value, 9);
        Assert.Equal(100 * (Math.Exp(12.7062 * 0.0953102) - 1), total.High!.Value, 1);
        Assert.Equal(((1e6 / 1100) + (1e6 / 1000)) / 2, total.BaselineValue, 9);
        Assert.Equal("wrk", total.Engine);
        Assert.Equal(2, total.Launches);
    }

    [Fact]
    public void The_throughput_stands_beside_the_time_and_is_not_judged()
    {
        var tier = Report([1000, 1000, 800], [1000, 1000, 800], [1000, 1000, 800]);

        Assert.Equal(Verdict.Slower, tier.Find("async-local", Metric.Total)!.Verdict);
        var throughput = tier.Find("async-local", Metric.Throughput)!;
        Assert.Equal(-200, throughput.Difference, 6);
        Assert.Null(throughput.Verdict);
    }

    [Fact]
    public void Nothing_is_mixed_where_one_variant_runs_after_the_other() =>
        Assert.Empty(Report([1000, 1000, 1000], [1000, 1000, 1000]).Find("async-local", Metric.Total)!.Warnings);

    [Fact]
    public void Cpu_time_latencies_and_the_generators_cost_come_from_the_arms()
    {
        var tier = Report([1000, 1000, 500], [1000, 1000, 500]);

        Assert.Equal(10, tier.Find("async-local", Metric.Cpu)!.BaselineValue, 9); // 10 µs a request in every arm
        Assert.Equal(0, tier.Find("async-local", Metric.Cpu)!.Difference, 9);
        Assert.Equal(200, tier.Find("async-local", Metric.P50)!.CandidateValue, 6); // 100,000 / requests a second
        Assert.Equal(4, tier.GeneratorCpuUs!.Value, 9);
    }

    [Fact]
    public void A_launch_in_which_a_variant_is_missing_is_not_counted()
    {
        var observations = Observations([1000, 1000, 1000], [1000, 1000, 1000], [1000, 1000, 1000]).ToList();
        observations.RemoveAt(observations.FindLastIndex(observation => observation is ArmObservation));

        var tier = Of(observations);

        Assert.Equal(2, tier.CountedLaunches);
        Assert.Contains(tier.Warnings, warning => warning.Code == "incomplete-launches");
    }

    [Fact]
    public void A_generator_that_costs_more_than_the_server_and_an_idle_server_are_reported()
    {
        var tier = Of([.. Observations([1000, 1000, 1000], [1000, 1000, 1000])
            .Select(observation =>
                observation is ArmObservation arm ? arm with { GeneratorCpuNs = 20_000_000 } : observation)]);

        Assert.Contains(tier.Warnings, warning => warning.Code == "generator-limited"); // 20 µs against 10
        Assert.Contains(tier.Warnings, warning => warning.Code == "idle"); // 10 ms of CPU in 1 s
    }

    [Fact]
    public void An_arm_in_which_a_clock_went_backwards_leaves_nothing_to_compare()
    {
        Observation[] observations = [.. Observations([1000, 1000, 1000], [1000, 1000, 1000], [1000, 1000, 1000])];
        observations[0] = (ArmObservation)observations[0] with { ServerCpuNs = -1 };

        var tier = Of(observations);

        Assert.Equal(
            "a clock went backwards in 1 of 3 launches (arms: 1), so no time here can be trusted: measure on another " +
            "machine, or with another clock source of its kernel",
            tier.Warnings.Single(warning => warning.Code == "clock-backwards").Text);
        Assert.True(tier.IsInvalid);
        Assert.Empty(tier.Comparisons);
    }

    [Fact]
    public void Engines_that_record_no_warm_up_and_no_blocks_are_not_blamed_for_either() =>
        Assert.Equal(["idle"], Report([1000, 1000, 1000], [1000, 1000, 1000], [1000, 1000, 1000])
            .Warnings.Select(warning => warning.Code)); // 10 ms of CPU in 1 s

    private static TierResult Report(params double[][] rates) => Of([.. Observations(rates)]);

    private static TierResult Of(IEnumerable<Observation> observations) =>
        RunAnalysis.Of(Environment(), observations).Tiers.Single();

    private static IEnumerable<Observation> Observations(params double[][] rates)
    {
        foreach (var (launch, ofLaunch) in rates.Index())
        {
            foreach (var (variant, rate) in ofLaunch.Index())
            {
                yield return new ArmObservation
                {
                    Tier = "kestrel",
                    Launch = launch + 1,
                    Variant = Variants[variant],
                    Place = variant,
                    Requests = 1_000,
                    RequestsPerSecond = rate,
                    P50Us = 100_000 / rate,
                    P99Us = 200_000 / rate,
                    ServerCpuNs = 10_000_000,
                    GeneratorCpuNs = 4_000_000,
                };
            }

            yield return new LaunchObservation
            {
                Tier = "kestrel",
                Launch = launch + 1,
                Seed = launch,
                Variants = Variants,
            };
        }
    }

    private static EnvironmentManifest Environment()
    {
        var environment = SyntheticRun.Environment();
        return environment with
        {
            Plan = environment.Plan with
            {
                Study = StudyCatalogue.Default.FactsOf(Variants),
                Load = new LoadPlan { Engine = EngineNames.Wrk, Arms = new ArmPlan(2, 2, 1) },
                Tiers =
                [
                    new TierPlan
                    {
                        Tier = "kestrel", Launches = 3, SliceOperations = 4, Connections = 4, MeasureSeconds = 1,
                        MostWarmUpSeconds = 1,
                    },
                ],
            },
        };
    }
}
