using ContextBench.Handlers;
using ContextBench.Measurement.Machine;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Records;
using ContextBench.Workloads.Emails;

namespace ContextBench.Cli.Tests;

/// <summary>A run's folder before its first launch: enough to be reported.</summary>
internal static class EmptyRun
{
    /// <summary>Creates one.</summary>
    /// <param name="path">The folder.</param>
    public static RunDirectory CreateAt(string path) => RunFolder.CreateAt(
        path,
        EnvironmentManifest.Observe(
            new RunPlan
            {
                Profile = "test",
                Tiers =
                [
                    new TierPlan
                    {
                        Tier = "handler", Launches = 2, SliceOperations = 4, Connections = 1, MeasureSeconds = 1,
                        MostWarmUpSeconds = 1,
                    },
                ],
                Study = StudyCatalogue.Default.FactsOf("classic", "control", "async-local"),
                Workload = EmailWorkload.Article.Facts,
                Body = EmailWorkload.Article.Body,
                MarginPercent = 1,
                Seed = 1,
                Reproduce = "",
            },
            new ProcessorPlan(null, null), commit: null, TimeProvider.System));
}
