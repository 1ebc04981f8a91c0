using ContextBench.Agent;
using ContextBench.Reporting.Micro;

namespace ContextBench.Reporting.Runs;

/// <summary>What a run says: the decision on its first screen, then what it rests on.</summary>
public static class RunDocument
{
    /// <summary>Writes it down.</summary>
    /// <param name="report">What there is to say.</param>
    public static Document Of(RunReport report) => new(
        "What does an ambient request id cost?",
        [
            .. Answer.Of(report),
            .. report.Result.Tiers.Where(tier => tier.Headline is null).Select(silent => new Paragraph(
                $"**The tier {silent.Plan.Tier} gave no answer**: {Wording.WithoutComparison(silent)}.")),
            new Heading("The measurements"),
            .. report.Result.NearestFirst.SelectMany(tier => Of(tier, report.Environment.Plan.Workload)),
            .. MicroSectionOf(report),
            new Heading("Environment, method and limits") { IsBackground = true },
            EnvironmentOf(report) with { IsBackground = true },
        ])
    {
        PageName = "report.md",
        Data = [ComparisonData.Json(report), ComparisonData.Csv(report), LaunchData.Csv(report)],
    };

    private static IEnumerable<Block> MicroSectionOf(RunReport report)
    {
        Block[] tables = [.. MicroTables.Of(report.Micro), .. report.OldMicro.SelectMany(MicroTables.Of)];
        return tables is [] ? [] : tables.Prepend(new Heading("The micro-benchmarks"));
    }

    private static IEnumerable<Block> Of(TierResult tier, WorkloadFacts workload) =>
    [
        new Heading(tier.Plan.Tier, Level: 2),
        new Paragraph($"{Wording.Of(workload)}; {Wording.Of(tier)}."),
        (Block?)TierTable.Of(tier) ?? new Paragraph($"No comparison: {Wording.WithoutComparison(tier)}."),
        NotesOn(tier),
    ];

    private static Notes NotesOn(TierResult tier)
    {
        string?[] lines =
        [
            Wording.Reached(tier),
            tier.GeneratorCpuUs is { } generator ? $"generator: {generator:0.0} µs of CPU a request" : null,
            tier.BusyShare is { } busy ? $"the process under test was busy for {Wording.Busy(busy)}" : null,
            .. Wording.Slices(tier),
            .. tier.Warnings.Select(Wording.Of),
            .. Wording.WarningsOfComparisons(tier),
        ];
        string?[] background =
        [
            tier.MostSteal is { } steal ? $"stolen CPU time: at most {steal:P1} in a launch" : null,
            .. from comparison in tier.Comparisons
               where comparison.Metric == tier.JudgedMetric
               select Wording.Sensitivity(comparison),
        ];
        return Notes.Of(lines) with { Background = [.. background.OfType<string>()] };
    }

    private static Notes EnvironmentOf(RunReport report)
    {
        var plan = report.Environment.Plan;
        return Notes.Of(
            Wording.Machine(report.Environment),
            $"{report.Result.RuntimeAndCollector}, {Wording.Version(report.Environment)}",
            report.Environment.Processor?.Describe() is { } processor ? $"processor: {processor}" : null,
            $"workload: {Wording.Of(plan.Workload)}",
            $"method: {MethodWording.Method(plan)}",
            $"limits: {MethodWording.Limits(plan.Load)}",
            $"again: `{plan.Reproduce}`, or only the reports, from the observations beside this page: " +
            "`./run-bench.sh report <this folder>`");
    }
}
