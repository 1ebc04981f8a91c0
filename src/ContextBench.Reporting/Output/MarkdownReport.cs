using ContextBench.Reporting.Micro;

namespace ContextBench.Reporting.Output;

/// <summary><c>report.md</c>: the decision on its first screen, then what it rests on.</summary>
public sealed class MarkdownReport : IReport
{
    /// <inheritdoc/>
    public string FileName => "report.md";

    /// <inheritdoc/>
    public void Write(RunReport report, TextWriter output)
    {
        output.WriteParagraph("# What does an ambient request id cost?");
        if (Answer.Of(report.Result) is { } answer)
            WriteAnswer(report, answer, output);
        else
            output.WriteLine("No answer: no tier has a comparison.");
        foreach (var silent in report.Result.Tiers.Where(tier => tier.Headline is null))
        {
            output.WriteLine();
            output.WriteLine($"**The tier {silent.Plan.Tier} gave no answer**: {Wording.WithoutComparison(silent)}.");
        }

        output.WriteLine();
        output.WriteLine("## The measurements");
        foreach (var measured in report.Result.NearestFirst)
            WriteTier(measured, output);
        foreach (var table in report.MicroTables)
            WriteMicro(table, output);
        WriteEnvironment(report, output);
    }

    private static void WriteAnswer(RunReport report, Answer answer, TextWriter output)
    {
        var tier = report.Result.Nearest!;
        output.WriteParagraph($"**{answer.Cost}** {answer.Basis}");
        if (Answer.Configuration(report.Environment) is { } configuration)
            output.WriteLine($"- **{configuration}**");
        if (answer.Share is { } share)
            output.WriteLine($"- {share}");
        output.WriteLine($"- **{answer.Verdict}**");
        output.WriteLine($"- **Recommendation:** {answer.Recommendation}");
        if (answer.Elsewhere is { } elsewhere)
            output.WriteLine($"- {elsewhere}");
        if (answer.Certainty is { } certainty)
            output.WriteLine($"- {certainty}");
        foreach (var warning in tier.Warnings.Concat(tier.Find(tier.Headline!, tier.JudgedMetric)!.Warnings))
            output.WriteLine($"- `{warning.Code}`: {warning.Text}");
        foreach (var line in report.Standing.Lines)
            output.WriteLine($"- this machine, {line}");
        output.WriteLine($"- calibration: {report.Calibration.Text}");
    }

    private static void WriteTier(TierResult tier, TextWriter output)
    {
        output.WriteHeading($"### {tier.Plan.Tier}");
        output.WriteParagraph($"{Wording.Of(tier)}.");
        if (TierTable.For(tier) is { } table)
        {
            output.WriteLine($"| {string.Join(" | ", table.Header.Cells)} |");
            output.WriteLine("| :--- | ---: | ---: | ---: | :---: | :--- |");
            foreach (var row in table.Rows)
                output.WriteLine($"| {string.Join(" | ", row.Cells)} |");
        }
        else
        {
            output.WriteLine($"No comparison: {Wording.WithoutComparison(tier)}.");
        }

        output.WriteLine();
        if (Wording.Reached(tier) is { } reached)
            output.WriteLine($"- {reached}");
        if (tier.GeneratorCpuUs is { } generator)
            output.WriteLine(
                $"- generator: {generator:0.0} µs of CPU a request");
        if (tier.BusyShare is { } busy)
            output.WriteLine($"- the process under test was busy for {Wording.Busy(busy)}");
        if (tier.MostSteal is { } steal)
            output.WriteLine(
                $"- stolen CPU time: at most {steal:P1} in a launch");
        foreach (var total in tier.Comparisons.Where(comparison => comparison.Metric == tier.JudgedMetric))
            output.WriteLine($"- {Wording.Sensitivity(total)}");
        foreach (var line in Wording.Slices(tier))
            output.WriteLine($"- {line}");
        foreach (var warning in tier.Warnings)
            output.WriteLine($"- `{warning.Code}`: {warning.Text}");
        foreach (var (warning, where) in Wording.WarningsOfComparisons(tier))
            output.WriteLine($"- `{warning.Code}` ({where}): {warning.Text}");
    }

    private static void WriteMicro(MicroTable table, TextWriter output)
    {
        output.WriteHeading($"### micro: {table.Name}");
        output.WriteParagraph($"{table.Caption}.");
        foreach (var line in table.Lines)
            output.WriteLine(line);
    }

    private static void WriteEnvironment(RunReport report, TextWriter output)
    {
        var environment = report.Environment;
        var plan = environment.Plan;
        output.WriteHeading("## Environment, method and limits");
        output.WriteLine(
            $"- {environment.Cpu}, {environment.Processors} processors, {environment.Architecture}, {environment.Os}" +
            (environment.Virtualisation is { } virtualisation ? $", {virtualisation}" : ""));
        output.WriteLine(
            $"- {report.Result.RuntimeAndCollector}, commit {CommitWording.Of(environment.Commit)}, " +
            $"{environment.StartedAt:yyyy-MM-dd HH:mm} UTC");
        if (environment.Processor?.Describe() is { } processor)
            output.WriteLine($"- processor: {processor}");
        output.WriteLine($"- workload: {Wording.Of(plan.Workload)}");
        output.WriteLine($"- method: {MethodWording.Method(plan)}");
        output.WriteLine($"- limits: {MethodWording.Limits(plan.Load)}");
        output.WriteLine(
            $"- again: `{plan.Reproduce}`, or only the reports, from the observations beside this page: " +
            "`./run-bench.sh report <this folder>`");
    }
}
