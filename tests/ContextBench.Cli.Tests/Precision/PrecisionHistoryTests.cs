using ContextBench.Analysis.History;
using ContextBench.Cli.Precision;
using ContextBench.Handlers;
using ContextBench.Measurement.Machine;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Records;
using ContextBench.Workloads.Emails;
using Xunit;

namespace ContextBench.Cli.Tests.Precision;

public sealed class PrecisionHistoryTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("contextbench").FullName;
    private readonly ProcessorIdentity _processor = new("Example", "1", "2", "3", "L2 1024K");

    [Fact]
    public void What_runs_of_the_same_processor_have_reached_is_found()
    {
        Keep(_processor.Describe());

        Assert.Equal(0.25, Narrowest(_processor)!.HalfWidth, 9);
    }

    [Theory]
    [InlineData("AuthenticAMD family 25 model 1 stepping 1 (L2 512K)")]
    [InlineData(null)] // an older version's run
    public void A_run_of_another_processor_of_the_same_name_says_nothing(string? processor)
    {
        Keep(processor);

        Assert.Null(Narrowest(_processor));
    }

    [Fact]
    public void A_machine_that_does_not_tell_its_processor_has_no_history()
    {
        Keep(null);

        Assert.Null(Narrowest(new ProcessorIdentity(null, null, null, null, null)));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private ControlResult? Narrowest(ProcessorIdentity processor) => PrecisionHistory.Narrowest(
        new RepositoryLayout(_root, ""), Machine(processor), "kestrel", Assert.Fail);

    private static EnvironmentManifest Machine(ProcessorIdentity processor) => EnvironmentManifest.Observe(
        new RunPlan
        {
            Profile = "quick",
            Tiers = [],
            Study = StudyCatalogue.Default.Facts,
            Workload = EmailWorkload.Article.Facts,
            Body = EmailWorkload.Article.Body,
            MarginPercent = 1,
            Seed = 1,
            Reproduce = "",
        },
        new ProcessorPlan(null, null), commit: null, TimeProvider.System) with
    {
        Cpu = "Example CPU",
        Processors = 2,
        Processor = processor,
    };

    private void Keep(string? processor)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_root, "results", "run")).FullName;
        var known = processor is null ? "null" : $"\"{processor}\"";
        File.WriteAllText(
            Path.Combine(folder, "comparisons.json"),
            $$"""
            {"schema":1,
             "run":{"startedAt":"2026-11-22T09:30:00Z","profile":"quick","cpu":"Example CPU",
              "processor":{{known}},"processors":2},
             "comparisons":[{"engine":"paired","residency":"together",
              "workload":"emails=3 send=yield work-us=0 sink=null",
              "tier":"kestrel","candidate":"control","metric":"total",
              "overheadPercent":0,"low":-0.25,"high":0.25,"launches":8}]}
            """);
    }
}
