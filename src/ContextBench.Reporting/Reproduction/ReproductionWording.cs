namespace ContextBench.Reporting.Reproduction;

/// <summary>The sentences of a reproduction, made of its numbers.</summary>
internal static class ReproductionWording
{
    private const string Invalid = "a validity check fired, so this part judges nothing.";

    /// <summary>What the article measured, and what it says that it measured.</summary>
    public static string OfArticle { get; } =
        $"On Node.js 14 the article measured {Article.ClassicPerSecond} requests/s with the id as a parameter and " +
        $"{Article.AmbientPerSecond} with `AsyncLocalStorage`: {Article.DifferenceUs:0.0} µs more on a request of " +
        $"{Article.RequestUs:0} µs, which is {Figures.Percent(Article.OverheadPercent)} time and " +
        $"{Article.FewerRequestsPercent:0.0} % fewer requests/s. Its request was Kuzzle's `GET /_now`: one log line " +
        $"and nothing sent, through a pipeline of {Article.Awaits} awaits, which makes about {Article.Promises} " +
        "promises with async hooks on (kuzzleio/kuzzle #1604). It was one run of 30 s an arm by `wrk -t12 -c300`, so " +
        "it has no interval, and its baseline logged no id at all: `no-id` against ambient is what the article " +
        "measured, `classic` against ambient what it describes. Here are both.";

    /// <summary>The difference that the article measured: <c>30.8 µs</c>.</summary>
    public static string ArticleUs { get; } = $"{Article.DifferenceUs:0.0} µs";

    private static string ArticlePercent { get; } = Figures.Percent(Article.OverheadPercent);

    /// <summary>What is compared: <c>`classic → als`</c>.</summary>
    public static string Pair(Comparison comparison) => Pair(comparison.Baseline, comparison.Candidate);

    /// <summary>What is compared.</summary>
    public static string Pair(string baseline, string candidate) => $"`{baseline} → {candidate}`";

    /// <summary>The interval of a difference in µs, to as many digits as the difference itself.</summary>
    public static string IntervalUs(double? low, double? high) => Figures.Interval(low, high, "0.000");

    /// <summary>The height of a line or its slope, in µs, with its interval: <c>+1.500 [+1.456, +1.543]</c>.</summary>
    public static string OfLine(double us, Interval interval)
    {
        var digits = interval.HalfWidth < 0.01 ? "0.0000" : "0.000"; // an await of a few ns has an interval of less
        return us.ToString($"+{digits};-{digits};{digits}") + " " +
            Figures.Interval(interval.Low, interval.High, digits);
    }

    /// <summary>What an await or a promise costs more, in µs; a dash where no line tells.</summary>
    public static string Slope(LineFit? line) =>
        line is null ? Figures.None : OfLine(line.Slope, line.SlopeInterval);

    /// <summary>Where a line reaches the article's difference; null where that cannot be told.</summary>
    public static string? Crossing(LineCrossing? crossing)
    {
        return crossing is { X: >= 0 and var place, Interval: { } interval }
            ? $"{Number(place)} [{Number(interval.Low)}, {Number(interval.High)}]"
            : null;

        static string Number(double place) => place.ToString(Math.Abs(place) < 100 ? "0.0" : "#,##0");
    }

    /// <summary>A comparison of the emails' request, and where the article's overhead lies beside it.</summary>
    public static string BesideArticle(ReproductionPart part, Comparison total)
    {
        var article = $"the article's {ArticlePercent}";
        return $"**{Answer(part, total)}**: " + total switch
        {
            { Verdict: Verdict.Invalid } => Invalid,
            { Low: { } low } when Article.OverheadPercent < low =>
                $"{article} lies **below** the interval; it lost less than this shows.",
            { High: { } high } when Article.OverheadPercent > high =>
                $"{article} lies **above** the interval; it lost more than this shows.",
            { Low: not null, High: not null } => $"{article} lies **inside** the interval.",
            _ => "there is no interval.",
        };
    }

    /// <summary>
    /// A comparison of the article's own request, and where the article's overhead and its difference lie beside it.
    /// </summary>
    public static string BesideBoth(ReproductionPart part, Comparison total) =>
        $"**{Cost(part, total)}**: " + (total.Verdict == Verdict.Invalid
            ? Invalid
            : $"the article's {ArticlePercent} lies {Place(Article.OverheadPercent, total.Low, total.High)} the " +
                $"interval of the overhead, its {ArticleUs} " +
                $"{Place(Article.DifferenceUs, total.DifferenceLow, total.DifferenceHigh)} that of the difference.");

    /// <summary>A comparison in one clause, the overhead first.</summary>
    public static string Answer(ReproductionPart part, Comparison total) =>
        $"{Pair(total)} on {part.Name}, {part.Point.Name}: {Figures.Percent(total.OverheadPercent)} time a request, " +
        $"95 % interval {Figures.Interval(total.Low, total.High)} " +
        $"({Figures.Difference(total.Difference, "µs")} on {Figures.Value(total.BaselineValue)} µs, " +
        $"{RequestsPercent(total)} requests/s)";

    /// <summary>A comparison in one clause, the difference first, with the interval of both.</summary>
    public static string Cost(ReproductionPart part, Comparison total) =>
        $"{Pair(total)} on {part.Name}, {part.Point.Name}: {Figures.Difference(total.Difference, "µs")} " +
        $"{IntervalUs(total.DifferenceLow, total.DifferenceHigh)} on a request of " +
        $"{Figures.Value(total.BaselineValue)} µs, which is {Figures.Percent(total.OverheadPercent)} " +
        $"{Figures.Interval(total.Low, total.High)} time and " +
        $"{RequestsPercent(total)} requests/s";

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

    private static string Place(double article, double? low, double? high) =>
        article < low ? "**below**" : article > high ? "**above**" : "**inside**";

    private static string RequestsPercent(Comparison total) =>
        Figures.Percent(100 * ((total.BaselineValue / total.CandidateValue) - 1));

    private static string OfOne(string residency, Comparison total) =>
        $"{residency} {Figures.Difference(total.Difference, "µs")} " +
        $"± {Figures.Value(ResidencyAgreement.HalfWidthUs(total))}";
}
