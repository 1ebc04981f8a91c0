namespace ContextBench.Cli;

/// <summary>The default study's request on one tier: what the instrument's own checks measure.</summary>
internal static class ArticlePlan
{
    /// <summary>The default study's request, which is the article's example.</summary>
    public static Workload Workload { get; } = StudyCatalogue.Default.Workload.Default;

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
        Workload = Workload.Facts,
        Body = Workload.Body,
        MarginPercent = 1,
        Seed = seed,
        Reproduce = reproduce,
    };
}
