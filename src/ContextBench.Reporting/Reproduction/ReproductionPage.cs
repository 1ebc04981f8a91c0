namespace ContextBench.Reporting.Reproduction;

/// <summary>
/// <c>reproduction.md</c>: where the article's number lies beside what was measured, and what that rests on.
/// </summary>
public static class ReproductionPage
{
    /// <summary>The name of its file in the reproduction's folder.</summary>
    public const string FileName = "reproduction.md";

    private const string ArticlesRuntime = "node-14";
    private const string ResidencyCandidate = "async-local";

    // The two that the article is about first: where it is, and where most requests of a benchmark are.
    private static readonly ReproductionPoint[] Points =
        [ReproductionPoint.Small, ReproductionPoint.OperatingPoint, ReproductionPoint.HalfWay];

    /// <summary>Writes it.</summary>
    /// <param name="report">What there is to say.</param>
    /// <param name="output">Where to write.</param>
    public static void Write(ReproductionReport report, TextWriter output)
    {
        output.WriteParagraph("# What does an ambient request id cost? The 2020 article again");
        WriteArticle(output);
        WriteAnswer(report, output);
        WriteChart(output);
        foreach (var point in Points)
            WritePoint(report, point, output);
        WriteAgreement(report, output);
        WriteParts(report, output);
        WriteWarnings(report, output);
        ReproductionEnvironment.Write(report, output);
    }

    private static void WriteArticle(TextWriter output)
    {
        output.WriteLine(
            $"On Node.js 14 the article measured {Article.ClassicPerSecond} requests/s with the id as a parameter " +
            $"and {Article.AmbientPerSecond} with `AsyncLocalStorage`: {Article.DifferenceUs:0.0} µs more on a " +
            $"request of {Article.RequestUs:0} µs, which is {Figures.Percent(Article.OverheadPercent)} time and " +
            $"{Article.FewerRequestsPercent:0.0} % fewer requests/s; one run of 30 s an arm, so without an interval.");
        output.WriteParagraph(
            "The benchmark behind it (kuzzleio/kuzzle #1604, `wrk -t12 -c300`, one log line a request) logged no id " +
            "at all in its baseline: `no-id` against ambient is what the article measured, `classic` against ambient " +
            "what it describes. Here are both.");
    }

    private static void WriteAnswer(ReproductionReport report, TextWriter output)
    {
        var parts = report.Parts.Where(part => part.Point == ReproductionPoint.OperatingPoint).ToArray();
        var articles = parts.Where(part => part.Environment.RuntimeName() == ArticlesRuntime).ToArray();
        if (!articles.Any(part => part.Pairs.Any()))
            output.WriteLine($"- No answer for Node.js 14: no comparison at {ReproductionPoint.OperatingPoint.Name}.");
        foreach (var part in articles)
        {
            foreach (var total in part.Pairs)
                output.WriteLine($"- {ReproductionWording.OfArticle(part, total)}");
        }

        foreach (var part in parts.Except(articles))
        {
            foreach (var total in part.Pairs.Where(pair => pair.Baseline == part.Environment.Plan.Study.Baseline))
            {
                output.WriteLine(
                    $"- {ReproductionWording.Answer(part, total)}: {Wording.Of(total, part.Environment.Plan.Study)}.");
            }
        }

        output.WriteLine();
    }

    private static void WriteChart(TextWriter output)
    {
        output.WriteParagraph(
            $"![Overhead against the cost of a request, a curve a runtime]({ReproductionChart.FileName})");
        output.WriteLine(
            "Bars are 95 % intervals. Where one goes on below the axis, its point is open and an arrow stands at its " +
            "end: 0 and less have no place on a logarithmic axis. Parts that are `Invalid` are not drawn.");
    }

    private static void WritePoint(ReproductionReport report, ReproductionPoint point, TextWriter output)
    {
        var parts = report.Parts.Where(part => part.Point == point).ToArray();
        output.WriteHeading($"## {point.Name}: {point.Summary}");
        if (parts is [])
            output.WriteLine("Not measured.");
        else
            ReproductionTable.Write(point, parts, output);
    }

    private static void WriteAgreement(ReproductionReport report, TextWriter output)
    {
        output.WriteHeading("## Do .NET's processes apart and together agree?");
        var baseline = report.OfMachine.Environment.Plan.Study.Baseline;
        output.WriteParagraph(
            $"{ReproductionWording.Pair(baseline, ResidencyCandidate)}, launches of the two " +
            "independent, so that half-widths of their 95 % intervals add as squares do:");
        foreach (var point in ReproductionPoint.All)
        {
            output.WriteLine($"- {point.Name}: " + (AgreementAt(report, point) is { } agreement
                ? ReproductionWording.Of(agreement)
                : "no comparison of both."));
        }
    }

    private static ResidencyAgreement? AgreementAt(ReproductionReport report, ReproductionPoint point)
    {
        Comparison? Find(Residency residency) => report.Parts
            .Where(part => !part.IsNode && part.Point == point && part.Residency == residency)
            .Select(part => part.AgainstClassic.Find(ResidencyCandidate, Metric.Total))
            .FirstOrDefault(total => total is not null);

        return Find(Residency.Apart) is { } apart && Find(Residency.Together) is { } together
            ? new ResidencyAgreement(apart, together)
            : null;
    }

    private static void WriteParts(ReproductionReport report, TextWriter output)
    {
        output.WriteHeading("## How near the calibration came");
        output.WriteLine(
            "| runtime | point | `--work-us` | CPU µs/request of `classic` | aimed at | off by | launches |");
        output.WriteLine("| :--- | :--- | ---: | ---: | ---: | ---: | ---: |");
        foreach (var part in report.Parts)
        {
            var tier = part.AgainstClassic;
            var (cpu, aim) = (part.BaselineCpuUs, part.Point.BaselineCpuUs);
            output.WriteLine(
                $"| {part.Name} | {part.Point.Name} | {Figures.Plain(part.WorkUs)} " +
                $"| {(cpu is { } us ? Figures.Value(us) : Figures.None)} " +
                $"| {(aim is { } aimed ? Figures.Plain(aimed) : Figures.None)} " +
                $"| {Figures.Percent(100 * ((cpu / aim) - 1))} | {tier.CountedLaunches} of {tier.Plan.Launches} |");
        }
    }

    private static void WriteWarnings(ReproductionReport report, TextWriter output)
    {
        string[] lines = [.. report.Parts.SelectMany(WarningsOf)];
        if (lines is [])
            return;

        output.WriteHeading("## What to know beside the numbers");
        foreach (var line in lines)
            output.WriteLine($"- {line}");
    }

    private static IEnumerable<string> WarningsOf(ReproductionPart part) =>
        from warning in part.AgainstClassic.Warnings
            .Concat(part.Pairs.SelectMany(pair => pair.Warnings)).Distinct()
        where warning != Warning.MixedProcess // beside each verdict, and what the processes apart are for
        select $"{part.Name}, {part.Point.Name}: `{warning.Code}`: {warning.Text}";
}
