using System.CommandLine;
using ContextBench.Agent;
using ContextBench.Cli.Options;
using ContextBench.Measurement.Plans;
using ContextBench.Workloads.Emails;
using Xunit;

namespace ContextBench.Cli.Tests.Options;

public sealed class RunPlannerTests
{
    [Fact]
    public void Without_options_a_run_is_the_quick_profile_of_the_articles_request()
    {
        var plan = Plan("");

        Assert.Equal("quick", plan.Profile);
        Assert.Equal(["handler", "in-memory", "kestrel"], plan.Tiers.Select(tier => tier.Tier));
        Assert.Equal(["classic", "control", "async-local", "async-local-map", "no-id"], plan.Study.Names);
        Assert.Equal(EmailWorkload.Article.Facts, plan.Workload);
        Assert.Equal(EmailWorkload.Article.Body, plan.Body);
        Assert.Equal(1, plan.MarginPercent);
        Assert.Equal("./run-bench.sh run --seed 99", plan.Reproduce);
    }

    [Fact]
    public void Every_option_reaches_the_plan()
    {
        var plan = Plan(
            "--profile smoke --tiers kestrel --variants no-id --launches 5 --connections 8 --slice 32 --emails 9 " +
            "--send sync --work-us 300 --sink console --margin 0.5 --seed 3");

        var tier = Assert.Single(plan.Tiers);
        Assert.Equal(("kestrel", 5, 8, 32), (tier.Tier, tier.Launches, tier.Connections, tier.SliceOperations));
        Assert.Equal(["classic", "control", "no-id"], plan.Study.Names);
        Assert.Equal(new EmailWorkload(9, SendMode.Sync, 300, SinkKind.Console).Facts, plan.Workload);
        Assert.Equal(0.5, plan.MarginPercent);
        Assert.Equal(3, plan.Seed);
    }

    [Fact]
    public void The_command_to_do_it_again_has_every_option_but_the_folder_and_gives_the_same_plan()
    {
        var plan = Plan("--no-micro --output somewhere --emails 9 --margin 0.5");

        Assert.Equal("./run-bench.sh run --emails 9 --margin 0.5 --no-micro --seed 99", plan.Reproduce);
        var again = Plan(plan.Reproduce["./run-bench.sh run ".Length..]);
        Assert.Equal(plan.Workload, again.Workload);
        Assert.Equal(plan.Seed, again.Seed);
    }

    [Fact]
    public void Launches_and_slices_apply_to_each_tier_and_connections_to_the_server_alone()
    {
        var plan = Plan("--launches 3 --slice 8 --connections 2");

        Assert.All(plan.Tiers, tier => Assert.Equal((3, 8), (tier.Launches, tier.SliceOperations)));
        Assert.Equal([1, 1, 2], plan.Tiers.Select(tier => tier.Connections));
    }

    [Fact]
    public void A_slice_shorter_than_the_default_connections_takes_fewer() =>
        Assert.Equal(1, Plan("--slice 1 --tiers kestrel").Tiers.Single().Connections);

    [Fact]
    public void An_odd_number_of_variants_is_balanced_too_so_nothing_is_refused()
    {
        // Williams designs of an odd number of treatments have twice as many orders: 10 for 5.
        Assert.Equal(5, Plan("").Study.Names.Count);
        Assert.Equal(3, Plan("--variants async-local").Study.Names.Count);
    }

    [Fact]
    public void A_precision_begins_with_a_pilot_on_the_last_tier()
    {
        var plan = Plan("--precision 0.25");

        Assert.Equal(0.25, plan.PrecisionPercent);
        Assert.Equal(8, plan.Tiers[^1].Launches);
        Assert.Equal(Plan("").Tiers[0].Launches, plan.Tiers[0].Launches);
    }

    [Fact]
    public void Variants_with_an_injected_cost_come_last_in_the_order_written() =>
        Assert.Equal(
            ["classic", "control", "no-id", "classic+256B", "async-local+0.5us"],
            Plan("--variants classic+256B,no-id,async-local+0.5us").Study.Names);

    [Fact]
    public void Apart_kestrel_alone_is_measured_with_long_slices_and_twice_the_launches()
    {
        var plan = Plan("--residency apart");

        var tier = Assert.Single(plan.Tiers);
        Assert.Equal(("kestrel", 16, 1024), (tier.Tier, tier.Launches, tier.SliceOperations));
        Assert.Equal(Residency.Apart, plan.Load.Residency);
        Assert.Equal(5, plan.Study.Names.Count);
    }

    [Fact]
    public void The_article_s_own_command_line_of_wrk_reaches_the_plan()
    {
        var plan = Plan("--engine wrk --threads 12 --connections 300 --seconds 30");

        Assert.Equal(new ArmPlan(Seconds: 30, WarmUpSeconds: 2, Threads: 12), plan.Load.Arms);
        Assert.Equal(("wrk", 300), (plan.Load.Engine, plan.Tiers.Single().Connections));
        Assert.Equal(["classic", "control", "async-local"], plan.Study.Names); // each takes its time
    }

    [Fact]
    public void As_many_connections_as_threads_are_the_least_that_wrk_gets() =>
        Assert.Equal(12, Plan("--engine wrk --threads 12").Tiers.Single().Connections);

    [Theory]
    [InlineData("--rate", null, 1)]
    [InlineData("--rate 5000 --seconds 3", 5000.0, 3)]
    public void An_open_loop_has_its_rate_or_finds_it(string line, double? rate, double seconds)
    {
        var plan = Plan(line);

        Assert.Equal(new OpenLoopPlan(rate, seconds), plan.Load.OpenLoop);
        Assert.Equal(16, plan.Tiers.Single().Connections);
        Assert.Equal(6 * 3 * seconds, plan.Tiers.Single().MeasureSeconds); // six rounds of three windows
    }

    [Fact]
    public void The_command_to_do_it_again_has_a_rate_that_was_left_to_be_found() =>
        Assert.Equal("./run-bench.sh run --rate --seed 99", Plan("--rate").Reproduce);

    private static RunPlan Plan(string line)
    {
        var options = new RunOptions();
        var command = new RootCommand();
        foreach (var option in options.All)
            command.Add(option);
        var result = command.Parse(line);
        Assert.Empty(result.Errors);
        return new RunPlanner(options, result).Plan(result.GetValue(options.Seed) ?? 99);
    }
}
