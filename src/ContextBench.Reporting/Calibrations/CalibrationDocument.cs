namespace ContextBench.Reporting.Calibrations;

/// <summary>
/// <c>certificate.md</c>: what the instrument sees on a machine, tier by tier, and what that rests on; its chart,
/// <c>certificate.json</c>, and every cost of every run in <c>doses.csv</c>.
/// </summary>
public static class CalibrationDocument
{
    /// <summary>Writes it down.</summary>
    /// <param name="calibration">What there is to say.</param>
    public static Document Of(Calibration calibration)
    {
        var tiers = calibration.Report.Tiers;
        return new Document(
            "What this instrument sees on this machine",
            [
                Notes.Of(tiers.Select(tier => $"**{tier.Key}**: {CalibrationWording.Of(tier.Value)}")),
                TableOf(tiers),
                Notes.Of(CalibrationWording.InvalidRuns(calibration).Concat(CalibrationWording.LeftOut(calibration))),
                new Figure(
                    Calibration.ChartName, "Recovered against injected cost, an interval for each run and cost",
                    output => CalibrationChart.Write(SeriesOf(tiers), output)),
                .. tiers.SelectMany(tier => CostsOf(tier.Key, tier.Value)),
                .. calibration is { BytesTogether: { } together, BytesApart: { } apart }
                    ? ResidenciesOf(together, apart)
                    : [],
                new Heading("How this was measured") { IsBackground = true },
                MethodOf(calibration.Environment) with { IsBackground = true },
            ])
        {
            PageName = Calibration.PageName,
            Data =
            [
                new DataFile(CalibrationReport.FileName, output => output.Write(calibration.Report.ToJson())),
                DataOf(tiers),
            ],
        };
    }

    private static CalibrationSeries[] SeriesOf(IEnumerable<KeyValuePair<string, TierCalibration>> tiers) =>
    [
        .. tiers.Select(tier => new CalibrationSeries(
            tier.Key, [.. tier.Value.Runs.SelectMany(run => run.Costs)],
            tier.Value.Slope, tier.Value.SlopeLow, tier.Value.SlopeHigh)),
    ];

    private static DataFile DataOf(IEnumerable<KeyValuePair<string, TierCalibration>> tiers) => CsvData.Of(
        Calibration.CostsName,
        from tier in tiers
        from run in tier.Value.Runs
        from cost in run.Costs
        select new
        {
            Tier = tier.Key,
            Run = run.Name,
            cost.NominalPercent,
            cost.InjectedPercent,
            cost.RecoveredPercent,
            cost.Low,
            cost.High,
            Covered = cost.IsCovered,
        },
        Figures.Decimals);

    private static Table TableOf(IEnumerable<KeyValuePair<string, TierCalibration>> tiers) => Table.Of(tiers)
        .Words("tier", tier => tier.Key)
        .Numbers("runs", tier => $"{tier.Value.Runs.Count}")
        .Numbers("slope", tier => $"{tier.Value.Slope:0.000}")
        .Intervals("95 % interval", tier => $"[{tier.Value.SlopeLow:0.000}, {tier.Value.SlopeHigh:0.000}]")
        .Numbers(
            "intervals that hold the truth",
            tier => $"{tier.Value.Runs.SelectMany(run => run.Costs).Count(cost => cost.IsCovered)} of " +
                $"{tier.Value.Intervals} ({100 * tier.Value.Coverage:0.0} %)")
        .Numbers(
            "alarms without a cost", tier => $"{tier.Value.FalseAlarms} of {tier.Value.RunsWithoutCost}")
        .Numbers("smallest cost found", tier => CalibrationWording.Smallest(tier.Value))
        .Numbers("bytes off by at most", tier => $"{tier.Value.MostBytesOff:0.00} B")
        .Numbers("`tail` warned", tier => $"{tier.Value.TailWarnings} of {tier.Value.Runs.Count}")
        .Numbers("without cause", tier => $"{tier.Value.TailFalseAlarms} of {tier.Value.ArmsWithoutTail}");

    private static IEnumerable<Block> CostsOf(string name, TierCalibration tier) =>
    [
        new Heading(name),
        new Paragraph(
            $"The baseline takes {tier.Runs.Average(run => run.BaselineUs):0.00} µs; an interval is " +
            $"±{tier.HalfWidthPercent:0.00} % wide in the median run."),
        CostsOf(tier.Runs.SelectMany(run => run.Costs)),
        Table.Of(tier.Runs.SelectMany(run => run.Bytes).GroupBy(bytes => bytes.Injected))
            .Numbers("allocated", bytes => $"{bytes.Key} B")
            .Numbers("recovered, mean", bytes => $"{bytes.Average(run => run.Recovered):0.00} B")
            .Numbers(
                "off by at most", bytes => $"{bytes.Max(run => Math.Abs(run.Recovered - run.Injected)):0.00} B")
            .Numbers("in `total`, mean", bytes => Us(bytes.Average(run => run.TotalUs)))
            .Numbers("of it charged", bytes => Us(bytes.Average(run => run.ChargeUs))),
    ];

    private static Table CostsOf(IEnumerable<RecoveredCost> costs) => Table.Of(
        from cost in costs
        group cost by cost.NominalPercent into runs
        let error = MeanInterval.Of(
            [.. runs.Select(run => run.RecoveredPercent - run.InjectedPercent)], VerdictRule.DifferenceConfidence)
        select (Runs: runs, Error: error))
        .Numbers("cost", cost => $"{cost.Runs.Key:0.#} %")
        .Numbers("injected, mean", cost => $"{cost.Runs.Average(run => run.InjectedPercent):0.000} %")
        .Numbers("recovered, mean", cost => $"{cost.Runs.Average(run => run.RecoveredPercent):0.000} %")
        .Numbers(
            "off by, mean",
            cost => $"{cost.Runs.Average(run => run.RecoveredPercent - run.InjectedPercent):+0.000;-0.000;0.000}")
        .Intervals("its 95 % interval", cost => $"[{cost.Error.Low:+0.000;-0.000}, {cost.Error.High:+0.000;-0.000}]")
        .Numbers(
            "± of a run, median", cost => $"{Median.Of(cost.Runs.Select(run => (run.High - run.Low) / 2)):0.000} %")
        .Numbers("holds the truth", cost => $"{cost.Runs.Count(run => run.IsCovered)} of {cost.Runs.Count()}")
        .Numbers("found", cost => $"{Found(cost.Runs)} of {cost.Runs.Count()}");

    // Without an injected cost there is nothing to find: what is found is an alarm.
    private static string Found(IGrouping<double, RecoveredCost> cost) => cost.Key == 0
        ? $"excludes 0 in {cost.Count(run => run.ExcludesZero)}"
        : $"{cost.Count(run => run.IsFound)}";

    private static IEnumerable<Block> ResidenciesOf(CalibrationRun together, CalibrationRun apart) =>
    [
        new Heading("What allocated bytes cost, by residency"),
        new Paragraph(
            "Together, all arms share a process: collections are charged by allocated bytes. Apart, each has its " +
            "own, which pays for what it causes; nothing is charged or trimmed. Two 95 % intervals that do not " +
            "overlap disagree, which of several rows one may by chance. `total` on kestrel, over the baseline's:"),
        Table.Of(together.Bytes.Zip(apart.Bytes, (one, other) => (Together: one, Apart: other)))
            .Numbers("allocated", row => $"{row.Together.Injected:#,##0} B")
            .Numbers("together", row => Us(row.Together.TotalUs))
            .Intervals("95 % interval", row => IntervalOf(row.Together))
            .Numbers("of it charged", row => Us(row.Together.ChargeUs))
            .Numbers("apart", row => Us(row.Apart.TotalUs))
            .Intervals("95 % interval", row => IntervalOf(row.Apart))
            .Numbers("agree", row =>
                row.Together.TotalLowUs <= row.Apart.TotalHighUs && row.Apart.TotalLowUs <= row.Together.TotalHighUs
                    ? "yes"
                    : "no"),
    ];

    private static string Us(double? us) => $"{us:+0.000;-0.000} µs";

    private static string IntervalOf(RecoveredBytes bytes) =>
        $"[{bytes.TotalLowUs:+0.000;-0.000}, {bytes.TotalHighUs:+0.000;-0.000}]";

    private static Notes MethodOf(EnvironmentManifest environment) => new(
        "Each run is independent: fresh processes, its own seed. Its arms are the baseline, its control (an injected " +
        "cost of 0), and the baseline compiled once more for each cost; all are wrapped alike and differ in amounts.",
        "A cost is spun by a fixed number of iterations. What it came to is the truth here, and is timed where it is " +
        "done: one request in 16 of every arm reads a clock around its work, and what the baseline's empty work " +
        "takes is taken off. Means by launch, over that launch's baseline.",
        "Recovered is what any report would say: the overhead in `total` with its 95 % interval. The slope is that " +
        "of a least-squares line in each run, with an intercept, so that the largest costs decide it; its interval " +
        "is Student's t over runs, and so is that of what a cost is off by. A cost is found where its interval lies " +
        $"above 0, and counts as found with {Figures.Plain(100 * TierCalibration.FoundShare)} % of the runs: 16 of " +
        "20 means a chance of 56 to 94 % (95 %, Clopper and Pearson). Intervals of one run share its baseline, so " +
        "that misses come together.",
        $"`tail`: {Figures.Plain(KnownCosts.RarePercent)} % of the requests of an arm are given work to cost " +
        $"{KnownCosts.RareTimes} times as much, which trimming does not see and the warning has to. *Without cause* " +
        "are warnings of arms without such requests.",
        $"{Wording.Machine(environment)}; {environment.Runtime}; {Wording.Version(environment)}",
        $"again: `{environment.Plan.Reproduce}`; every cost of every run is in `{Calibration.CostsName}`");
}
