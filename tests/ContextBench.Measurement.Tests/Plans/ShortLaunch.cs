using ContextBench.Agent;
using ContextBench.Measurement.Plans;
using ContextBench.Workloads.Emails;

namespace ContextBench.Measurement.Tests.Plans;

/// <summary>The plan of a launch that is over at once.</summary>
internal static class ShortLaunch
{
    public static LaunchPlan Of(string tier, StudyFacts study)
    {
        var plan = new TierPlan
        {
            Tier = tier,
            Launches = 3,
            SliceOperations = 4,
            Connections = 1,
            MeasureSeconds = 0.01,
            MostWarmUpSeconds = 0.01,
        };
        var run = new RunPlan
        {
            Profile = "test",
            Tiers = [plan],
            Study = study,
            Workload = EmailWorkload.Article.Facts,
            Body = EmailWorkload.Article.Body,
            MarginPercent = 1,
            Seed = 42,
            Reproduce = "",
        };
        return new LaunchPlan(run, plan, Launch: 3);
    }
}
