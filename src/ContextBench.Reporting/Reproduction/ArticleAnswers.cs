namespace ContextBench.Reporting.Reproduction;

/// <summary>
/// What a reproduction of the article's own request says first: the article's numbers beside Node.js 14's, and what the
/// context costs there and on the others.
/// </summary>
internal static class ArticleAnswers
{
    /// <summary>The runtime that the article measured.</summary>
    public const string Runtime = "node-14";

    /// <summary>Puts it in words.</summary>
    /// <param name="report">A reproduction with parts of the article's own request.</param>
    public static IEnumerable<string> Of(ReproductionReport report)
    {
        var parts = report.Parts.Where(part => part.Point == ReproductionPoint.Article).ToArray();
        var articles = parts.Where(IsOfArticle).ToArray();
        var curves = DepthCurve.Of(report).Where(curve => curve.IsAgainstClassic).ToArray();
        return
        [
            .. articles
                .SelectMany(part => part.Pairs.Select(total => ReproductionWording.BesideBoth(part, total)))
                .DefaultIfEmpty($"No answer for Node.js 14: no comparison at {ReproductionPoint.Article.Name}."),
            .. articles.Where(part => part.IsPaired).Select(PromisesOf).OfType<string>(),
            .. curves.Where(curve => IsOfArticle(curve.Points[0].Part)).Select(SlopeOf).OfType<string>(),
            .. NamesOfOthers(report).Select(name => OfOther(
                name, parts.FirstOrDefault(part => part.Name == name),
                curves.FirstOrDefault(curve => curve.Name == name)?.PerAwait)).OfType<string>(),
            OfControls(report),
        ];
    }

    private static bool IsOfArticle(ReproductionPart part) => part.Environment.RuntimeName() == Runtime;

    private static IEnumerable<string> NamesOfOthers(ReproductionReport report) =>
        report.Parts.Where(part => part.Point.IsArticlesOwn && !IsOfArticle(part)).Select(part => part.Name).Distinct();

    private static string? PromisesOf(ReproductionPart part) =>
        part.Environment.Plan.PromisesPerRequest is { } promises
            ? $"A request at the article's point makes {Figures.Plain(promises)} promises on {part.Name}, counted by " +
                $"an async hook; Kuzzle's made about {Article.Promises}."
            : null;

    private static string? SlopeOf(DepthCurve curve)
    {
        if (curve.PerAwait is not { } perAwait)
            return null;

        var cost = curve.PerPromise is { } perPromise
            ? $"a promise costs {ReproductionWording.Slope(perPromise)} µs more, an await"
            : "an await costs";
        var reached = ReproductionWording.Crossing(curve.DepthOfArticle) is { } depth
            ? $"{ReproductionWording.ArticleUs} are reached at a depth of {depth}" +
                (ReproductionWording.Crossing(curve.PromisesOfArticle) is { } promises
                    ? $", which is {promises} promises."
                    : ".")
            : $"at which depth {ReproductionWording.ArticleUs} are reached cannot be told.";
        return $"On {curve.Name} ({ReproductionWording.Pair(curve.Baseline, curve.Candidate)}) {cost} " +
            $"{ReproductionWording.Slope(perAwait)} µs; {reached}";
    }

    private static string? OfOther(string name, ReproductionPart? part, LineFit? perAwait)
    {
        var study = part?.Environment.Plan.Study;
        var cost = part?.IdiomaticPairs.FirstOrDefault(pair => pair.Baseline == study!.Baseline) is { } total
            ? $"{ReproductionWording.Cost(part, total)}: {Wording.Of(total, study!)}"
            : null;
        var await = perAwait is null
            ? null
            : (perAwait.SlopeInterval.Contains(0) ? "no cost of an await is shown, " : "an await costs ") +
                $"{ReproductionWording.Slope(perAwait)} µs";
        return (cost, await) switch
        {
            (null, null) => null,
            (null, _) => $"On {name} {await}.",
            (_, null) => $"{cost}.",
            _ => $"{cost}; {await}.",
        };
    }

    private static string OfControls(ReproductionReport report)
    {
        var controls = report.Controls.Count;
        return $"A/A holds 0 in {report.ControlsHoldingZero} of {controls} parts; of as many intervals that all " +
            $"should, chance makes up to {ExclusionCheck.MostByChance(controls)} exclude it. All intervals are of " +
            "95 %.";
    }
}
