namespace ContextBench.Cli;

/// <summary>The article's request on one tier: what the instrument's own checks and the reproduction measure.</summary>
internal static class ArticlePlan
{
    /// <summary>Plans it.</summary>
    /// <param name="profile">The name of what is done.</param>
    /// <param name="tier">What is done on the tier.</param>
    /// <param name="study">What is compared with what.</param>
    /// <param name="seed">The seed of every random choice.</param>
    /// <param name="reproduce">The command that does the same again.</param>
    public static RunPlan Of(string profile, TierPlan tier, StudyFacts study, int seed, string reproduce) => new()
    {
        Profile = profile,
        Tiers = [tier],
        Study = study,
        Workload = Workload.Article.Facts,
        Body = Workload.Article.Body,
        MarginPercent = 1,
        Seed = seed,
        Reproduce = reproduce,
    };
}
