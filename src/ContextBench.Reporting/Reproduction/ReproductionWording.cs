namespace ContextBench.Reporting.Reproduction;

/// <summary>The sentences of a reproduction, made of its numbers.</summary>
internal static class ReproductionWording
{
    /// <summary>What the article measured, and what it says that it measured.</summary>
    public static string OfArticle { get; } =
        $"On Node.js 14 the article measured {Article.ClassicPerSecond} requests/s with the id as a parameter and " +
        $"{Article.AmbientPerSecond} with `AsyncLocalStorage`: {Article.DifferenceUs:0.0} µs more on a request of " +
        $"{Article.RequestUs:0} µs, which is {Figures.Percent(Article.OverheadPercent)} time and " +
        $"{Article.FewerRequestsPercent:0.0} % fewer requests/s; one run of 30 s an arm, so without an interval. " +
        "The benchmark behind it (kuzzleio/kuzzle #1604, `wrk -t12 -c300`, one log line a request) logged no id at " +
        "all in its baseline: `no-id` against ambient is what the article measured, `classic` against ambient what " +
        "it describes. Here are both.";

    /// <summary>What is compared: <c>`classic → als`</c>.</summary>
    public static string Pair(Comparison comparison) => Pair(comparison.Baseline, comparison.Candidate);

    /// <summary>What is compared.</summary>
    public static string Pair(string baseline, string candidate) => $"`{baseline} → {candidate}`";

    /// <summary>A comparison, and where the article's overhead lies beside it.</summary>
    public static string BesideArticle(ReproductionPart part, Comparison total)
    {
        var article = $"the article's {Figures.Percent(Article.OverheadPercent)}";
        return $"**{Answer(part, total)}**: " + total switch
        {
            { Verdict: Verdict.Invalid } => "a validity check fired, so this part judges nothing.",
            { Low: { } low } when Article.OverheadPercent < low =>
                $"{article} lies **below** the interval; it lost less than this shows.",
            { High: { } high } when Article.OverheadPercent > high =>
                $"{article} lies **above** the interval; it lost more than this shows.",
            { Low: not null, High: not null } => $"{article} lies **inside** the interval.",
            _ => "there is no interval.",
        };
    }

    /// <summary>A comparison in one clause.</summary>
    public static string Answer(ReproductionPart part, Comparison total) =>
        $"{Pair(total)} on {part.Name}, {part.Point.Name}: {Figures.Percent(total.OverheadPercent)} time a request, " +
        $"95 % interval {Figures.Interval(total.Low, total.High)} " +
        $"({Figures.Difference(total.Difference, "µs")} on {Figures.Value(total.BaselineValue)} µs, " +
        $"{Figures.Percent(100 * ((total.BaselineValue / total.CandidateValue) - 1))} requests/s)";

    /// <summary>Whether processes apart and one process for all agree.</summary>
    public static string Of(ResidencyAgreement agreement)
    {
        var (low, high) = (agreement.IntervalUs.Low, agreement.IntervalUs.High);
        return
            $"{OfOne("apart", agreement.Apart)}, {OfOne("together", agreement.Together)}; apart less together: " +
            $"{Figures.Difference(agreement.DifferenceUs, "µs")}, 95 % interval " +
            $"[{Figures.Difference(low, "µs")}, {Figures.Difference(high, "µs")}]: " +
            (agreement.Agrees
                ? "**they agree** as far as this can tell, 0 lies inside; less than " +
                    $"{Figures.Value(agreement.IntervalUs.HalfWidth)} µs between them would not have shown."
                : "**they do not agree**, 0 lies outside.");
    }

    private static string OfOne(string residency, Comparison total) =>
        $"{residency} {Figures.Difference(total.Difference, "µs")} " +
        $"± {Figures.Value(ResidencyAgreement.HalfWidthUs(total))}";
}
