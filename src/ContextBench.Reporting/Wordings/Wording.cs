using ContextBench.Agent;
using ContextBench.Analysis.Launches;

namespace ContextBench.Reporting.Wordings;

/// <summary>The sentences that reports share.</summary>
internal static class Wording
{
    private const double DisturbedRatio = 1.1; // of what was served to total: a reader who divides would wonder

    /// <summary>A verdict for a table; with what has to be said beside it.</summary>
    public static string Of(Comparison comparison, StudyFacts study)
    {
        if (comparison.Candidate == study.Control)
            return "noise floor";

        return comparison.Verdict switch
        {
            null => "",
            Verdict.Equivalent when comparison.Warnings.Contains(Warning.MixedProcess) => "Equivalent (mixed process)",
            Verdict.Inconclusive when comparison.LaunchesNeeded is { } needed =>
                $"Inconclusive (about {needed} launches would tell)",
            { } verdict => verdict.ToString(),
        };
    }

    /// <summary>What a verdict means, in one sentence that follows the name of the candidate.</summary>
    public static string Meaning(Comparison total, double marginPercent)
    {
        var margin = marginPercent.ToString("0.##");
        return total.Verdict switch
        {
            Verdict.Equivalent => $"its overhead is smaller than the margin of {margin} %",
            Verdict.Slower => $"it costs more than the margin of {margin} %",
            Verdict.Faster => $"it costs less than the baseline, by more than the margin of {margin} %",
            Verdict.Invalid => "a validity check fired, so this run judges nothing",
            _ => $"these launches cannot tell whether its overhead is below or above the margin of {margin} %",
        };
    }

    /// <summary>Whether there is any difference at all, in one sentence.</summary>
    public static string Meaning(Direction? direction) => direction switch
    {
        Direction.Up => "It costs measurably more than the baseline.",
        Direction.Down => "It costs measurably less than the baseline.",
        _ => "No difference from the baseline is shown.",
    };

    /// <summary>A warning.</summary>
    public static string Of(Warning warning) => $"`{warning.Code}`: {warning.Text}";

    /// <summary>The warnings of single comparisons, each with where it holds: <c>no-id time, control CPU</c>.</summary>
    public static IEnumerable<string> WarningsOfComparisons(TierResult tier) =>
        from comparison in tier.Comparisons
        from warning in comparison.Warnings
        group $"{comparison.Candidate} {comparison.Metric}" by warning into places
        select $"`{places.Key.Code}` ({string.Join(", ", places)}): {places.Key.Text}";

    /// <summary>The machine of a run.</summary>
    public static string Machine(EnvironmentManifest environment) =>
        $"{environment.Cpu}, {environment.Processors} processors, {environment.Architecture}, {environment.Os}" +
        (environment.Virtualisation is { } virtualisation ? $", {virtualisation}" : "");

    /// <summary>What was measured, and when.</summary>
    public static string Version(EnvironmentManifest environment) =>
        $"commit {CommitWording.Of(environment.Commit)}, {environment.StartedAt:yyyy-MM-dd HH:mm} UTC";

    /// <summary>Why a tier has no comparison.</summary>
    public static string WithoutComparison(TierResult tier) => tier switch
    {
        { CountedLaunches: < OverheadEstimate.FewestLaunches } =>
            $"{tier.CountedLaunches} of {tier.Plan.Launches} launches count, and an interval needs " +
            $"{OverheadEstimate.FewestLaunches}",
        { IsInvalid: true } => "a validity check fired, and there is nothing left to compare",
        _ => "a window has too few requests for any quantile",
    };

    /// <summary>The workload in words.</summary>
    public static string Of(WorkloadFacts workload)
    {
        var work = workload.WorkMicroseconds > 0
            ? $", {Figures.Plain(workload.WorkMicroseconds)} µs of extra work"
            : "";
        return $"{workload.Summary}{work}, {Name(workload.Sink)} sink";
    }

    /// <summary>A tier's settings in words.</summary>
    public static string Of(TierResult tier)
    {
        var connections = tier.Plan.Connections > 1 ? $", {tier.Plan.Connections} connections" : "";
        var how = tier.Load switch
        {
            { Arms: { } arms } =>
                $", {arms.Seconds} s of {tier.Load.Engine} a variant, one after the other" +
                (arms.Threads > 1 ? $", {arms.Threads} threads" : ""),
            { OpenLoop: { RatePerSecond: { } rate, WindowSeconds: var seconds } } =>
                $", open loop at {Figures.Count((long)Math.Round(rate))} requests/s, " +
                $"windows of {Figures.Plain(seconds)} s",
            { Residency: Residency.Apart } =>
                $", each variant in a process of its own, slices of {tier.SliceOperations} operations",
            _ => $", slices of {tier.SliceOperations} operations",
        };
        return $"{tier.CountedLaunches} launches{how}{connections}";
    }

    /// <summary>What the slices say beside the table: collections, what a slice leaves for the next.</summary>
    public static IEnumerable<string> Slices(TierResult tier)
    {
        if (tier is { CollectionNsPerByte: { } nsPerByte, DisturbedShare: { } share })
        {
            yield return $"GC: {nsPerByte:0.0000} ns a byte (median launch; each is charged its own); " +
                $"left out: {100 * share:0.0} % of slices, in a GC or {DisturbedSlices.AftermathNs / 1e6} ms after";
        }

        if (tier.Headline is { } headline && tier.Find(headline, Metric.Throughput) is { BaselineValue: var perSecond }
            && tier.Find(headline, Metric.Total) is { BaselineValue: var totalUs }
            && 1e6 / perSecond > DisturbedRatio * totalUs)
        {
            yield return
                $"served: {1e6 / perSecond:0.00} µs a {Operation(tier.Plan)} with all that disturbed the machine, " +
                "which total leaves out";
        }

        if (tier.Drift is { } drift)
        {
            yield return
                $"warm-up: {drift.FewestMethods} to {drift.MostMethods} methods compiled during blocks; overhead, " +
                "second half less first: " +
                $"{Figures.Percent(drift.Percent)} {Figures.Interval(drift.Low, drift.High)}";
        }

        if (tier.Predecessors.MaxBy(predecessor => Math.Abs(predecessor.Percent)) is { } most)
        {
            yield return
                $"after a slice of {most.Variant} the next costs {Figures.Percent(most.Percent)} " +
                $"{Figures.Interval(most.Low, most.High)} (the largest of all variants)" +
                (tier.Predecessors.Any(predecessor => predecessor.IsShown)
                    ? "; balanced orders cancel it"
                    : "; not significant");
        }
    }

    /// <summary>How near an open loop came to its rate, in one line; null for a closed loop.</summary>
    public static string? Reached(TierResult tier) => tier.ReachedShare is { } reached
        ? $"reached {100 * reached:0.00} % of the rate"
        : null;

    /// <summary>The headline by other estimators, in one line.</summary>
    public static string Sensitivity(Comparison total) =>
        $"{total.Candidate} by other estimators: launches counting the same " +
        $"{Figures.Interval(total.PlainLow, total.PlainHigh)}, " +
        $"sign-flip p = {Figures.Probability(total.PermutationP)}, " +
        $"nothing trimmed {Figures.Percent(total.UntrimmedPercent)} (with all that disturbed the machine)";

    /// <summary>
    /// How busy a process was. CPU clocks are read around a slice's own, so that their ratio can exceed 1.
    /// </summary>
    /// <param name="share">CPU time over elapsed time.</param>
    public static string Busy(double share) => share >= 0.995
        ? "all of the time"
        : $"{100 * share:0} % of the time";

    /// <summary>What is named after what happens to a request on a tier.</summary>
    public static string Operation(TierPlan plan) => TierCatalogue.Get(plan.Tier).Operation;

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
