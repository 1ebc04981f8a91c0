using System.Globalization;
using ContextBench.Statistics;

namespace ContextBench.Reporting.Output;

/// <summary><c>report.md</c>: the decision on its first screen, then what it rests on.</summary>
public sealed class MarkdownReport : IReport
{
    // Costs of a request, in µs, for which a reader wants to know the percentage; 352 µs is the article's request.
    private static readonly double[] RequestCostsUs = [50, 100, 352, 1_000, 10_000];

    /// <inheritdoc/>
    public string FileName => "report.md";

    /// <inheritdoc/>
    public void Write(RunReport report, TextWriter output)
    {
        output.WriteLine("# What does an ambient request id cost?");
        output.WriteLine();
        // The tier nearest to what a team runs answers; the others explain it.
        if (report.Tiers.LastOrDefault(tier => tier.Headline is not null) is { } tier)
            WriteAnswer(report, tier, output);
        else
            output.WriteLine("No answer: no tier has a comparison.");
        foreach (var silent in report.Tiers.Where(tier => tier.Headline is null))
        {
            output.WriteLine();
            output.WriteLine($"**The tier {silent.Plan.Tier} gave no answer**: {Wording.WithoutComparison(silent)}.");
        }

        output.WriteLine();
        output.WriteLine("## The measurements");
        foreach (var measured in report.Tiers)
            WriteTier(measured, output);
        foreach (var table in report.Micro.Tables)
            WriteMicro(table, output);
        WriteEnvironment(report, output);
    }

    private static void WriteAnswer(RunReport report, TierReport tier, TextWriter output)
    {
        var margin = report.Environment.Plan.MarginPercent;
        var total = tier.Find(tier.Headline!, tier.JudgedMetric)!;
        var bytes = tier.Find(tier.Headline!, Metric.Allocated) is { } allocated
            ? $", {Figures.Difference(allocated.Difference, "B")} allocated"
            : "";
        var what = total.Metric == Metric.Total
            ? $"time a {Wording.Operation(tier.Plan)}"
            : $"in the {total.Metric} of the latency";
        output.WriteLine(
            $"**{total.Candidate} against {total.Baseline}: " +
            $"{Figures.Percent(total.OverheadPercent)} {what}, " +
            $"95 % interval {Figures.Interval(total.Low, total.High)}** " +
            $"({Figures.Difference(total.Difference, "µs")} on {Figures.Value(total.BaselineValue)} µs{bytes}; " +
            $"tier {tier.Plan.Tier}).");
        output.WriteLine();
        output.WriteLine(
            $"**Verdict: {Wording.Of(total)}**: {Wording.Meaning(total, margin)}. " +
            $"{Wording.Meaning(total.Direction)}");
        output.WriteLine();
        foreach (var warning in tier.Warnings.Concat(total.Warnings))
            output.WriteLine($"- `{warning.Code}`: {warning.Text}");
        output.WriteLine();
        if (total.Verdict == Verdict.Invalid)
            return;

        if (tier.Control is { } control)
        {
            output.WriteLine(
                $"How sure: a second copy of the baseline, measured in the same {tier.CountedLaunches} launches, " +
                $"came out at {Figures.Percent(control.OverheadPercent)} " +
                $"{Figures.Interval(control.Low, control.High)}; that is the noise floor.");
            output.WriteLine();
        }

        if (total.Metric == Metric.Total)
            WriteDilution(report, total, output);
    }

    // A time that a variant adds is the same for a dearer request, where a latency's quantile is not.
    private static void WriteDilution(RunReport report, Comparison total, TextWriter output)
    {
        output.WriteLine(
            $"What it means for a request of yours: {Figures.Difference(total.Difference, "µs")} a request is");
        output.WriteLine();
        output.WriteLine("| a request that costs | overhead | 95 % interval |");
        output.WriteLine("| ---: | ---: | :---: |");
        foreach (var cost in RequestCostsUs)
        {
            output.WriteLine(
                $"| {cost.ToString("#,##0", CultureInfo.InvariantCulture)} µs " +
                $"| {Figures.Percent(100 * total.Difference / cost)} " +
                $"| {Figures.Interval(100 * total.DifferenceLow / cost, 100 * total.DifferenceHigh / cost)} |");
        }

        output.WriteLine();
        output.WriteLine(
            $"if it makes as many log lines as this one ({report.Environment.Plan.Workload.Emails + 1}). " +
            "The article's own request cost 352 µs and lost 30.8 µs (+8.8 % time, 8.1 % fewer requests a second).");
    }

    private static void WriteTier(TierReport tier, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"### {tier.Plan.Tier}");
        output.WriteLine();
        output.WriteLine($"{Wording.Of(tier)}.");
        output.WriteLine();
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
                string.Create(CultureInfo.InvariantCulture, $"- generator: {generator:0.0} µs of CPU a request"));
        if (tier.BusyShare is { } busy)
            output.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"- the process under test was {busy:P0} busy"));
        if (tier.MostSteal is { } steal)
            output.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"- stolen CPU time: at most {steal:P1} in a launch"));
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
        output.WriteLine();
        output.WriteLine($"### micro: {table.Name}");
        output.WriteLine();
        output.WriteLine($"{table.Caption}.");
        output.WriteLine();
        foreach (var line in table.Lines)
            output.WriteLine(line);
    }

    private static void WriteEnvironment(RunReport report, TextWriter output)
    {
        var environment = report.Environment;
        var plan = environment.Plan;
        output.WriteLine();
        output.WriteLine("## Environment, method and limits");
        output.WriteLine();
        output.WriteLine(
            $"- {environment.Cpu}, {environment.Processors} processors, {environment.Architecture}, {environment.Os}" +
            (environment.Virtualisation is { } virtualisation ? $", {virtualisation}" : ""));
        output.WriteLine(
            $"- {environment.Runtime}, {environment.GcMode} collector, " +
            $"commit {CommitWording.Of(environment.Commit)}, {environment.StartedAt:yyyy-MM-dd HH:mm} UTC");
        output.WriteLine($"- workload: {Wording.Of(plan.Workload)}");
        output.WriteLine($"- method: {MethodWording.Method(plan)}");
        output.WriteLine($"- limits: {MethodWording.Limits(plan.Load)}");
        output.WriteLine($"- certificate of the instrument: {report.Certificate.Text}");
        output.WriteLine(
            $"- again: `{plan.Reproduce}`, or only the reports, from the observations beside this page: " +
            "`./run-bench.sh report <this folder>`");
    }
}
