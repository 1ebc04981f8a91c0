using ContextBench.Analysis.History;
using ContextBench.Analysis.Results;
using ContextBench.Measurement.Plans;
using ContextBench.Reporting.Runs;
using Xunit;

namespace ContextBench.Analysis.Tests.History;

public sealed class HistoryWarningsTests
{
    private const string Said =
        "4 of 20 A/A intervals of published runs of kestrel exclude 0, chance allows 3: " +
        "take its intervals for too narrow, and see results/ledger.svg (./run-bench.sh ledger)";

    // P(X ≥ 4 of 20) = 0.0159, P(X ≥ 3 of 20) = 0.0755.
    private static readonly ControlResult[] TooMany = [.. SyntheticHistory.Runs("kestrel", excluding: 4, of: 20)];

    [Fact]
    public void A_tier_whose_published_intervals_exclude_0_more_often_than_chance_allows_is_warned_of()
    {
        var warned = HistoryWarnings.AddTo(Report(), TooMany);

        Assert.Equal(("ledger-excludes-zero", Said), WarningOf(warned, "kestrel"));
        Assert.Null(WarningOf(warned, "handler"));
    }

    [Fact]
    public void The_warnings_of_the_run_itself_stay()
    {
        var report = Report();
        var own = report.Tiers.Select(tier => tier.Warnings.Count);

        var warned = HistoryWarnings.AddTo(report, TooMany);

        Assert.Equal([.. own.SkipLast(1), own.Last() + 1], warned.Tiers.Select(tier => tier.Warnings.Count));
    }

    [Fact]
    public void As_many_as_chance_allows_are_not_warned_of() => Assert.Null(
        WarningOf(
            HistoryWarnings.AddTo(Report(), [.. SyntheticHistory.Runs("kestrel", excluding: 3, of: 20)]), "kestrel"));

    [Fact]
    public void Without_a_history_nothing_is_said() =>
        Assert.Null(WarningOf(HistoryWarnings.AddTo(Report(), []), "kestrel"));

    [Theory]
    [InlineData("Another CPU", 2)]
    [InlineData("Example CPU", 64)]
    public void Runs_on_another_kind_of_machine_say_nothing_of_this_one(string cpu, int processors) => Assert.Null(
        WarningOf(
            HistoryWarnings.AddTo(
                Report(), [.. TooMany.Select(result => result with { Cpu = cpu, Processors = processors })]),
            "kestrel"));

    [Theory]
    [MemberData(nameof(OtherWays))]
    public void Runs_that_are_measured_in_another_way_are_not_warned_of(LoadPlan load) =>
        Assert.Null(WarningOf(HistoryWarnings.AddTo(Report(load), TooMany), "kestrel"));

    [Fact]
    public void The_console_and_the_page_say_it_in_a_line()
    {
        var warned = RunDocument.Of(new RunReport(HistoryWarnings.AddTo(Report(), TooMany)));

        Assert.Contains(
            $"- ledger-excludes-zero: {Said}\n", Rendered.Console(warned), StringComparison.Ordinal);
        Assert.Contains($"- `ledger-excludes-zero`: {Said}\n", Rendered.Page(warned), StringComparison.Ordinal);
    }

    public static TheoryData<LoadPlan> OtherWays => new(
        new LoadPlan { Engine = EngineNames.Wrk, Arms = new ArmPlan(1, 1, 1) },
        new LoadPlan { Residency = Residency.Apart },
        new LoadPlan { OpenLoop = new OpenLoopPlan(1000, 1) });

    private static RunResult Report(LoadPlan? load = null)
    {
        var report = new SyntheticRun()
            .Tier("handler", [1.001, 1.05], [0.999, 1.052])
            .Tier("kestrel", [1.0005, 1.011], [0.9995, 1.009])
            .Report();
        return report with { Tiers = [.. report.Tiers.Select(tier => tier with { Load = load ?? tier.Load })] };
    }

    private static (string Code, string Text)? WarningOf(RunResult report, string tier) =>
        report.Tiers.Single(one => one.Plan.Tier == tier).Warnings
            .Where(warning => warning.Code == "ledger-excludes-zero")
            .Select(warning => ((string, string)?)(warning.Code, warning.Text)).SingleOrDefault();
}
