using ContextBench.Reporting.Runs;

namespace ContextBench.Reporting.Reproduction;

/// <summary>
/// <c>reproduction.md</c>: where the article's number lies beside what was measured, and what that rests on; its
/// chart, and every comparison of every part in one <c>comparisons.json</c> and <c>comparisons.csv</c>.
/// </summary>
public static class ReproductionDocument
{
    private const string ArticlesRuntime = "node-14";

    // The two that the article is about first: where it is, and where most requests of a benchmark are.
    private static readonly ReproductionPoint[] Points =
        [ReproductionPoint.Small, ReproductionPoint.OperatingPoint, ReproductionPoint.HalfWay];

    /// <summary>Writes it down.</summary>
    /// <param name="report">What there is to say.</param>
    public static Document Of(ReproductionReport report)
    {
        var run = new RunReport(report.ToRun()) { Calibration = report.Calibration };
        return new Document(
            "What does an ambient request id cost? The 2020 article again",
            [
                new Paragraph(ReproductionWording.OfArticle),
                Notes.Of(AnswersOf(report)),
                new Figure(
                    ReproductionChart.FileName, "Overhead against the cost of a request, a curve a runtime",
                    output => ReproductionChart.Write(report, output)),
                new Paragraph(
                    "Bars are 95 % intervals. Where one goes on below the axis, its point is open and an arrow " +
                    "stands at its end: 0 and less have no place on a logarithmic axis. Parts that are `Invalid` " +
                    "are not drawn.")
                {
                    IsBackground = true,
                },
                .. Points.SelectMany(point => PointOf(report, point)),
                .. ResidencySection.Of(report),
                new Heading("How near the calibration came"),
                AimsOf(report.Parts),
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

    private static IEnumerable<string> AnswersOf(ReproductionReport report)
    {
        var parts = report.Parts.Where(part => part.Point == ReproductionPoint.OperatingPoint).ToArray();
        var articles = parts.Where(part => part.Environment.RuntimeName() == ArticlesRuntime).ToArray();
        var answers =
            from part in articles
            from total in part.Pairs
            select ReproductionWording.BesideArticle(part, total);
        var others =
            from part in parts.Except(articles)
            let study = part.Environment.Plan.Study
            from total in part.Pairs
            where total.Baseline == study.Baseline
            select $"{ReproductionWording.Answer(part, total)}: {Wording.Of(total, study)}.";
        return answers
            .DefaultIfEmpty($"No answer for Node.js 14: no comparison at {ReproductionPoint.OperatingPoint.Name}.")
            .Concat(others);
    }

    private static IEnumerable<Block> PointOf(ReproductionReport report, ReproductionPoint point)
    {
        var parts = report.Parts.Where(part => part.Point == point).ToArray();
        yield return new Heading($"{point.Name}: {point.Summary}");
        yield return parts is [] ? new Paragraph("Not measured.") : ReproductionTable.Of(point, parts);
    }

    private static Table AimsOf(IEnumerable<ReproductionPart> parts) => Table.Of(parts)
        .Words("runtime", part => part.Name)
        .Words("point", part => part.Point.Name)
        .Numbers("`--work-us`", part => Figures.Plain(part.Environment.Plan.Workload.WorkMicroseconds))
        .Numbers(
            "CPU µs/request of `classic`",
            part => part.BaselineCpuUs is { } us ? Figures.Value(us) : Figures.None)
        .Numbers("aimed at", part => part.Point.BaselineCpuUs is { } us ? Figures.Plain(us) : Figures.None)
        .Numbers("off by", part => Figures.Percent(100 * ((part.BaselineCpuUs / part.Point.BaselineCpuUs) - 1)))
        .Numbers(
            "launches",
            part => $"{part.AgainstClassic.CountedLaunches} of {part.AgainstClassic.Plan.Launches}");

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
            .. environments.Select(environment =>
                $"workload: {Wording.Of(environment.Plan.Workload with { WorkMicroseconds = 0 })}, and the extra " +
                "work of each part, above"),
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

    private static string NameOf(ReproductionPart part) => part.Residency.ToString().ToLowerInvariant();
}
