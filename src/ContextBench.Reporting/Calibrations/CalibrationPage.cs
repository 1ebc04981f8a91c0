namespace ContextBench.Reporting.Calibrations;

/// <summary>
/// <c>certificate.md</c>: what the instrument sees on a machine, tier by tier, and what that rests on.
/// </summary>
public static class CalibrationPage
{
    /// <summary>Writes it.</summary>
    /// <param name="report">What there is to say.</param>
    /// <param name="output">Where to write.</param>
    public static void Write(Calibration report, TextWriter output)
    {
        output.WriteParagraph("# What this instrument sees on this machine");
        foreach (var (name, tier) in report.Report.Tiers)
            output.WriteLine($"- **{name}**: {CalibrationWording.Of(tier)}");
        output.WriteLine();
        WriteTable(report.Report, output);
        output.WriteLine();
        foreach (var line in CalibrationWording.InvalidRuns(report)
            .Concat(CalibrationWording.LeftOut(report)))
        {
            output.WriteParagraph($"- {line}");
        }

        output.WriteLine(
            $"![Recovered against injected cost, an interval for each run and cost]({Calibration.ChartName})");
        foreach (var (name, tier) in report.Report.Tiers)
            WriteCosts(name, tier, output);
        if (report is { BytesTogether: { } together, BytesApart: { } apart })
            WriteResidencies(together, apart, output);
        WriteMethod(report, output);
    }

    private static void WriteTable(CalibrationReport calibration, TextWriter output)
    {
        output.WriteLine(
            "| tier | runs | slope | 95 % interval | intervals that hold the truth | alarms without a cost " +
            "| smallest cost found | bytes off by at most | `tail` warned | without cause |");
        output.WriteLine("| :--- | ---: | ---: | :---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var (name, tier) in calibration.Tiers)
        {
            var held = tier.Runs.SelectMany(run => run.Costs).Count(cost => cost.IsCovered);
            output.WriteLine($"| {name} | {tier.Runs.Count} | {tier.Slope:0.000} " +
                $"| [{tier.SlopeLow:0.000}, {tier.SlopeHigh:0.000}] " +
                $"| {held} of {tier.Intervals} ({100 * tier.Coverage:0.0} %) " +
                $"| {tier.FalseAlarms} of {tier.RunsWithoutCost} " +
                $"| {CalibrationWording.Smallest(tier)} | {tier.MostBytesOff:0.00} B " +
                $"| {tier.TailWarnings} of {tier.Runs.Count} " +
                $"| {tier.TailFalseAlarms} of {tier.ArmsWithoutTail} |");
        }
    }

    private static void WriteCosts(string name, TierCalibration tier, TextWriter output)
    {
        output.WriteHeading($"## {name}");
        output.WriteParagraph(
            $"The baseline takes {tier.Runs.Average(run => run.BaselineUs):0.00} µs; an interval is " +
            $"±{tier.HalfWidthPercent:0.00} % wide in the median run.");
        output.WriteLine(
            "| cost | injected, mean | recovered, mean | off by, mean | its 95 % interval | ± of a run, median " +
            "| holds the truth | found |");
        output.WriteLine("| ---: | ---: | ---: | ---: | :---: | ---: | ---: | ---: |");
        foreach (var cost in tier.Runs.SelectMany(run => run.Costs).GroupBy(cost => cost.NominalPercent))
        {
            double[] errors = [.. cost.Select(run => run.RecoveredPercent - run.InjectedPercent)];
            var error = MeanInterval.Of(errors, VerdictRule.DifferenceConfidence);
            output.WriteLine($"| {cost.Key:0.#} % | {cost.Average(run => run.InjectedPercent):0.000} % " +
                $"| {cost.Average(run => run.RecoveredPercent):0.000} % " +
                $"| {errors.Average():+0.000;-0.000;0.000} | [{error.Low:+0.000;-0.000}, {error.High:+0.000;-0.000}] " +
                $"| {Median.Of(cost.Select(run => (run.High - run.Low) / 2)):0.000} % " +
                $"| {cost.Count(run => run.IsCovered)} of {cost.Count()} " +
                $"| {Found(cost)} of {cost.Count()} |");
        }

        output.WriteLine();
        output.WriteLine("| allocated | recovered, mean | off by at most | in `total`, mean | of it charged |");
        output.WriteLine("| ---: | ---: | ---: | ---: | ---: |");
        foreach (var bytes in tier.Runs.SelectMany(run => run.Bytes).GroupBy(bytes => bytes.Injected))
        {
            output.WriteLine($"| {bytes.Key} B | {bytes.Average(run => run.Recovered):0.00} B " +
                $"| {bytes.Max(run => Math.Abs(run.Recovered - run.Injected)):0.00} B " +
                $"| {bytes.Average(run => run.TotalUs):+0.000;-0.000} µs " +
                $"| {bytes.Average(run => run.ChargeUs):+0.000;-0.000} µs |");
        }
    }

    // Without an injected cost there is nothing to find: what is found is an alarm.
    private static string Found(IGrouping<double, RecoveredCost> cost) => cost.Key == 0
        ? $"excludes 0 in {cost.Count(run => run.ExcludesZero)}"
        : $"{cost.Count(run => run.IsFound)}";

    private static void WriteResidencies(CalibrationRun together, CalibrationRun apart, TextWriter output)
    {
        output.WriteHeading("## What allocated bytes cost, by residency");
        output.WriteParagraph(
            "Together, all arms share a process: collections are charged by allocated bytes. Apart, each has its " +
            "own, which pays for what it causes; nothing is charged or trimmed. Two 95 % intervals that do not " +
            "overlap disagree, which of several rows one may by chance. `total` on kestrel, over the baseline's:");
        output.WriteLine("| allocated | together | 95 % interval | of it charged | apart | 95 % interval | agree |");
        output.WriteLine("| ---: | ---: | :---: | ---: | ---: | :---: | :---: |");
        foreach (var (one, other) in together.Bytes.Zip(apart.Bytes))
        {
            var agree = one.TotalLowUs <= other.TotalHighUs && other.TotalLowUs <= one.TotalHighUs;
            output.WriteLine($"| {one.Injected:#,##0} B | {one.TotalUs:+0.000;-0.000} µs " +
                $"| [{one.TotalLowUs:+0.000;-0.000}, {one.TotalHighUs:+0.000;-0.000}] " +
                $"| {one.ChargeUs:+0.000;-0.000} µs " +
                $"| {other.TotalUs:+0.000;-0.000} µs " +
                $"| [{other.TotalLowUs:+0.000;-0.000}, {other.TotalHighUs:+0.000;-0.000}] " +
                $"| {(agree ? "yes" : "no")} |");
        }
    }

    private static void WriteMethod(Calibration report, TextWriter output)
    {
        var environment = report.Environment;
        output.WriteHeading("## How this was measured");
        output.WriteLine(
            "- Each run is independent: fresh processes, its own seed. Its arms are the baseline, its control (an " +
            "injected cost of 0), and the baseline compiled once more for each cost; all are wrapped alike and " +
            "differ in amounts.");
        output.WriteLine(
            "- A cost is spun by a fixed number of iterations. What it came to is the truth here, and is timed where " +
            "it is done: one request in 16 of every arm reads a clock around its work, and what the baseline's " +
            "empty work takes is taken off. Means by launch, over that launch's baseline.");
        output.WriteLine(
            "- Recovered is what any report would say: the overhead in `total` with its 95 % interval. The slope is " +
            "that of a least-squares line in each run, with an intercept, so that the largest costs decide it; its " +
            "interval is Student's t over runs, and so is that of what a cost is off by. A cost is found where its " +
            "interval lies above 0, and counts as found with " +
            $"{Figures.Plain(100 * TierCalibration.FoundShare)} % of the runs: 16 of 20 means a chance of 56 to 94 % " +
            "(95 %, Clopper and Pearson). Intervals of one run share its baseline, so that misses come together.");
        output.WriteLine(
            $"- `tail`: {Figures.Plain(KnownCosts.RarePercent)} % of the requests of an arm are given work to cost " +
            $"{KnownCosts.RareTimes} times as much, which trimming does not see and the warning has to. " +
            "*Without cause* are warnings of arms without such requests.");
        output.WriteLine(
            $"- {environment.Cpu}, {environment.Processors} processors, {environment.Os}" +
            (environment.Virtualisation is { } virtualisation ? $", {virtualisation}" : "") +
            $"; {environment.Runtime}; commit {CommitWording.Of(environment.Commit)}; " +
            $"{environment.StartedAt:yyyy-MM-dd HH:mm} UTC");
        output.WriteLine(
            $"- again: `{environment.Plan.Reproduce}`; every cost of every run is in `{Calibration.CostsName}`");
    }
}
