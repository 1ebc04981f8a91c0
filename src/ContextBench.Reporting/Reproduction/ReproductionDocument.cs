using ContextBench.Reporting.Runs;

namespace ContextBench.Reporting.Reproduction;

/// <summary>
/// <c>reproduction.md</c>: where the article's numbers lie beside what was measured, and what that rests on; its
/// charts, and every comparison of every part in one <c>comparisons.json</c> and <c>comparisons.csv</c>.
/// </summary>
public static class ReproductionDocument
{
    /// <summary>Writes it down.</summary>
    /// <param name="report">What there is to say.</param>
    public static Document Of(ReproductionReport report)
    {
        var run = new RunReport(report.ToRun()) { Calibration = report.Calibration };
        var hasOthers = report.Parts.Any(part => !part.Point.IsArticlesOwn);
        return new Document(
            "What does an ambient request id cost? The 2020 article again",
            [
                new Paragraph(ReproductionWording.OfArticle),
                Notes.Of(
                [
                    .. report.HasArticlesOwn ? ArticleAnswers.Of(report) : [],
                    .. hasOthers ? CostSection.AnswersOf(report) : [],
                ]),
                .. ArticleSection.Of(report),
                .. DepthSection.Of(report),
                .. hasOthers ? CostSection.ChartOf(report) : [],
                .. CostSection.Of(report),
                .. ResidencySection.Of(report),
                .. AimsSection.Of(report),
                .. WarningsOf(report.Parts) is { Lines.Count: > 0 } warnings
                    ? [new Heading("What to know beside the numbers"), warnings]
                    : Array.Empty<Block>(),
                new Heading("Environment, method and limits") { IsBackground = true },
                EnvironmentOf(report) with { IsBackground = true },
            ])
        {
            PageName = "reproduction.md",
            Data = [ComparisonData.Json(run), ComparisonData.Csv(run)],
        };
    }

    private static Notes WarningsOf(IEnumerable<ReproductionPart> parts) => Notes.Of(
        from part in parts
        from warning in part.AgainstClassic.Warnings.Concat(part.Pairs.SelectMany(pair => pair.Warnings)).Distinct()
        where warning != Warning.MixedProcess // beside each verdict, and what the processes apart are for
        select $"{part.Name}, {part.Point.Name}: {Wording.Of(warning)}");

    private static Notes EnvironmentOf(ReproductionReport report)
    {
        var environments = report.Parts.Select(part => part.Environment).ToArray();
        var (first, last) = (environments.Min(it => it.StartedAt), environments.Max(it => it.StartedAt));
        IEnumerable<string> lines =
        [
            .. environments.Select(environment =>
                $"{Wording.Machine(environment)}, commit {CommitWording.Of(environment.Commit)}"),
            $"parts begun from {first:yyyy-MM-dd HH:mm} to {last:yyyy-MM-dd HH:mm} UTC",
            .. report.Parts.Select(part => part.Run.RuntimeAndCollector),
            .. report.Parts.Select(WorkloadOf),
            .. report.Parts.Select(part => $"method, {NameOf(part)}: {MethodWording.Method(part.Environment.Plan)}"),
            .. report.Parts.Select(part =>
                $"limits, {NameOf(part)}: {MethodWording.Limits(part.Environment.Plan.Load)}"),
            $"calibration of the instrument, for .NET's parts together: {report.Calibration.Text}",
            .. environments.Select(environment => $"again: `{environment.Plan.Reproduce}`"),
            "each part's folder beside this page is a run: `./run-bench.sh report <folder>` writes its reports " +
            "again, and `./run-bench.sh report <this folder>` this page",
        ];
        return Notes.Of(lines.Distinct());
    }

    private static string WorkloadOf(ReproductionPart part)
    {
        var plan = part.Environment.Plan;
        var hasExtraWork = plan.BaselineCpuUs is not null || !part.Point.IsArticlesOwn;
        return $"workload: {Wording.Of(plan.Workload with { WorkMicroseconds = 0 })}" +
            (hasExtraWork ? ", and the extra work of each part, above" : "");
    }

    private static string NameOf(ReproductionPart part) =>
        part.IsPaired ? part.Residency.ToString().ToLowerInvariant() : part.Engine;
}
