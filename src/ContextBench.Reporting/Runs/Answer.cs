using ContextBench.Agent;
using ContextBench.Measurement.Machine;

namespace ContextBench.Reporting.Runs;

/// <summary>
/// What a reader decides on, in a few sentences: the cost, what it is of other requests, the verdict, what to do, and
/// how far to trust it.
/// </summary>
internal static class Answer
{
    private const double MillisecondUs = 1_000;
    private const double Rounding = 1e-9; // 3 µs are 1 % of 300, and not of 310

    /// <summary>Answers by the tier nearest to what a team runs.</summary>
    public static IEnumerable<Block> Of(RunReport report) => report.Result.Nearest is { } tier
        ? Of(report, tier, tier.Find(tier.Headline!, tier.JudgedMetric)!)
        : [new Paragraph("No answer: no tier has a comparison.")];

    private static IEnumerable<Block> Of(RunReport report, TierResult tier, Comparison cost)
    {
        var plan = report.Environment.Plan;
        yield return new Paragraph($"**{CostOf(tier, cost)}** {BasisOf(report.Result, tier, cost)}");
        yield return Notes.Of(
        [
            ConfigurationOf(report.Environment),
            cost.Metric == Metric.Total ? ShareOf(cost, plan) : null,
            $"**Verdict against your margin of {Figures.Plain(plan.MarginPercent)} %: " +
                $"{Wording.Of(cost, tier.Study)}: {Wording.Meaning(cost, plan.MarginPercent)}. " +
                $"{Wording.Meaning(cost.Direction)}**",
            $"**Recommendation:** {RecommendationOf(tier, cost, plan.MarginPercent)}",
            ElsewhereOf(report.Result, tier, cost.Candidate),
            CertaintyOf(tier, cost),
            .. tier.Warnings.Concat(cost.Warnings).Select(Wording.Of),
            .. report.Standing.Lines.Select(line => $"this machine, {line}"),
            $"calibration: {report.Calibration.Text}",
        ]);
    }

    private static string CostOf(TierResult tier, Comparison cost)
    {
        var what = cost.Metric == Metric.Total
            ? $"a {Wording.Operation(tier.Plan)}"
            : $"in the {cost.Metric} of the latency";
        return $"{Described(tier, cost.Candidate)} against {Described(tier, cost.Baseline)}: " +
            $"{Figures.Difference(cost.Difference, "µs")} {what}, 95 % interval " +
            $"{Figures.Interval(cost.DifferenceLow, cost.DifferenceHigh, "0.000")}.";
    }

    private static string BasisOf(RunResult report, TierResult tier, Comparison cost)
    {
        var bytes = tier.Find(cost.Candidate, Metric.Allocated) is { } allocated
            ? $", and {Figures.Difference(allocated.Difference, "B")} allocated"
            : "";
        return $"That is {Figures.Percent(cost.OverheadPercent)} {Figures.Interval(cost.Low, cost.High)} of " +
            $"{Figures.Value(cost.BaselineValue)} µs ({tier.Plan.Tier}: " +
            $"{Wording.Of(report.Environment.Plan.Workload)}){bytes}.";
    }

    // A reader may not know the names: async-local (a string in an AsyncLocal).
    private static string Described(TierResult tier, string variant) =>
        tier.Study.Find(variant) is { } known ? $"{variant} ({known.Summary})" : variant;

    private static string? ElsewhereOf(RunResult report, TierResult nearest, string candidate)
    {
        string[] others =
        [
            .. from tier in report.NearestFirst
               where tier != nearest
               let cost = tier.Find(candidate, tier.JudgedMetric)
               where cost is not null
               select $"{Figures.Percent(cost.OverheadPercent)} of a {Wording.Operation(tier.Plan)} of " +
                   $"{Figures.Value(cost.BaselineValue)} µs on {tier.Plan.Tier} ({cost.Verdict})",
        ];
        return others.Length > 0 ? $"On the other tiers, with less around it: {string.Join(", ", others)}." : null;
    }

    // How the runtime was configured, where that is not how it ships.
    private static string? ConfigurationOf(EnvironmentManifest environment) =>
        string.Join(' ', RuntimeConfiguration.Unusual(environment.RuntimeVariables)) is { Length: > 0 } unusual
            ? $"**Measured with {unusual}: this is not the runtime as it ships.**"
            : null;

    private static string? CertaintyOf(TierResult tier, Comparison cost) =>
        cost.Verdict != Verdict.Invalid && tier.Control is { } control
            ? $"How sure: a second copy of the baseline, measured in the same {tier.CountedLaunches} launches, came " +
                $"out at {Figures.Percent(control.OverheadPercent)} {Figures.Interval(control.Low, control.High)}; " +
                "that is the noise floor."
            : null;

    // A share of another request is a quotient, and no measurement: what a context costs depends on the machine, and on
    // what the request does besides.
    private static string ShareOf(Comparison cost, RunPlan plan)
    {
        var own = plan.RequestUs is { } us
            ? $", and of yours of {Figures.Value(us)} µs {Of(us)}"
            : " (yours: --request-us)";
        string[] options = ["--work-us", .. plan.Workload.Settings.Keys.Select(name => $"--{name}")];
        return $"Of a request of 1 ms the same µs would be {Of(MillisecondUs)}{own}. That is computed, not measured: " +
            $"to measure a request like yours, use {string.Join(", ", options)} and --sink.";

        string Of(double us) => $"{100 * cost.Difference / us:+0.000;-0.000;0.000} %";
    }

    private static string RecommendationOf(TierResult tier, Comparison cost, double marginPercent)
    {
        var whereInTheWay = IsAmbientForParameter(tier, cost)
            ? "carry the id in the ambient context where passing it is in the way"
            : "decide by what else speaks for it";
        return cost.Verdict switch
        {
            Verdict.Invalid =>
                "Decide nothing on this run: do what the warnings say and measure again.",
            Verdict.Inconclusive =>
                "Decide nothing yet: " + (cost.LaunchesNeeded is { } launches
                    ? $"about {launches} launches would tell (--launches {launches})."
                    : "measure again, for longer or on a quieter machine."),
            Verdict.Slower =>
                "Measurably more expensive, and by more than your margin for " +
                $"{(Wording.Operation(tier.Plan) == "call" ? "a call" : "a request")} as cheap as this one" +
                (IsAmbientForParameter(tier, cost) ? ": keep the parameter where it is that cheap. " : ". ") +
                (cost.Metric == Metric.Total
                    ? $"At {Figures.Count(CheapestWithin(cost, marginPercent))} µs or more the same µs would be " +
                        $"within the margin: there, {whereInTheWay}."
                    : ""),
            Verdict.Faster => $"Measurably cheaper than {cost.Baseline}: {whereInTheWay}.",
            _ => cost.Direction switch
            {
                Direction.Up => $"Measurably more expensive, but not by enough to matter: {whereInTheWay}.",
                Direction.Down => $"Measurably cheaper, by less than matters: {whereInTheWay}.",
                _ => $"No difference is shown, and none that would matter is left possible: {whereInTheWay}.",
            },
        };
    }

    // Advice is for who weighs the two ways to carry an id: not for an injected cost, nor for logging without one.
    private static bool IsAmbientForParameter(TierResult tier, Comparison cost) =>
        cost.Baseline == tier.Study.Baseline && !InjectedCost.IsIn(cost.Candidate)
        && tier.Study.Find(cost.Candidate) is { Role: VariantRole.Candidate };

    // The cheapest request of which the upper bound of the cost is within the margin, in µs, to two digits.
    private static long CheapestWithin(Comparison cost, double marginPercent)
    {
        var exact = 100 * cost.DifferenceHigh!.Value / marginPercent;
        var unit = Math.Pow(10, Math.Floor(Math.Log10(exact)) - 1);
        return (long)Math.Ceiling(Math.Ceiling((exact / unit) - Rounding) * unit);
    }
}
