namespace ContextBench.Cli;

/// <summary>The default study's request on one tier: what the instrument's own checks measure.</summary>
internal static class ArticlePlan
{
    /// <summary>The default study's request, which is the article's example.</summary>
    public static Workload Workload { get; } = StudyCatalogue.Default.Workload.Default;

    /// <summary>What a request of a study does unless told, as comparisons have it.</summary>
    /// <param name="study">The study; one of another runtime has the default study's request.</param>
    public static string WorkloadOf(StudyFacts study) =>
        (StudyCatalogue.All.FirstOrDefault(it => it.Name == study.Name) ?? StudyCatalogue.Default)
            .Workload.Default.Facts.Describe();

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
