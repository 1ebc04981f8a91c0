using ContextBench.Agent;
using ContextBench.Cli;
using ContextBench.Handlers;
using ContextBench.Measurement.Engines;
using ContextBench.Measurement.Machine;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Records;
using ContextBench.Workloads.Emails;
using Xunit;

namespace ContextBench.Measurement.Tests.Engines;

/// <summary>The engine with real launches, each in a process of its own.</summary>
public sealed class PairedEngineTests : IDisposable
{
    private static readonly RepositoryLayout Layout = RepositoryLayout.Find(AppContext.BaseDirectory);

    private readonly RunDirectory _directory =
        new(Path.Combine(Directory.CreateTempSubdirectory("contextbench").FullName, "run"));

    private readonly List<RunProgress> _told = [];

    public PairedEngineTests() => _directory.Create();

    [Fact]
    public async Task A_launch_leaves_its_batches_on_disk_tells_its_phases_and_hands_its_record_over()
    {
        var record = await RunAsync("handler", Layout.Server);

        Assert.Null(record.Fault);
        Assert.Equal(("handler", 2), (record.Tier, record.Launch));
        var kept = _directory.ReadObservations();
        Assert.All(kept, observation => Assert.IsType<BatchObservation>(observation));
        Assert.Equal(record.Blocks, kept.OfType<BatchObservation>().Sum(batch => batch.Orders.Length));
        Assert.Equal(
            [LaunchPhase.Proof, LaunchPhase.WarmUp, LaunchPhase.Blocks, LaunchPhase.Allocation],
            _told.Select(progress => progress.Phase));
        Assert.All(_told, progress => Assert.Equal(2, progress.Launch));
    }

    [Fact]
    public async Task A_tier_with_a_server_gets_it()
    {
        var record = await RunAsync("kestrel", Layout.Server);

        Assert.Null(record.Fault);
        Assert.All(record.Latencies, latencies => Assert.True(latencies!.Count > 0));
    }

    [Fact]
    public async Task A_tier_with_a_server_needs_the_one_that_it_is_told_and_no_other_tier_starts_it()
    {
        var missing = new ServerProgram("no-such-server.dll");

        var withServer = await RunAsync("kestrel", missing);
        var without = await RunAsync("handler", missing);

        Assert.StartsWith("the server ", withServer.Fault, StringComparison.Ordinal);
        Assert.Null(without.Fault);
    }

    [Fact]
    public async Task Log_lines_on_the_console_do_not_come_between_the_observations()
    {
        var record = await RunAsync("handler", Layout.Server, SinkKind.Console);

        Assert.Null(record.Fault);
        Assert.NotEmpty(_directory.ReadObservations());
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_directory.Path)!, recursive: true);

    private Task<LaunchObservation> RunAsync(string tier, ServerProgram server, SinkKind sink = SinkKind.Null)
    {
        var plan = new RunPlan
        {
            Profile = "test",
            Tiers =
            [
                new TierPlan
                {
                    Tier = tier, Launches = 2, SliceOperations = 4, Connections = 1, MeasureSeconds = 0.01,
                    MostWarmUpSeconds = 0.01,
                },
            ],
            Study = StudyCatalogue.Default.FactsOf("classic", "control"),
            Workload = (EmailWorkload.Article with { Sink = sink }).Facts,
            Body = EmailWorkload.Article.Body,
            MarginPercent = 1,
            Seed = 11,
            Reproduce = "",
        };
        return new PairedEngine(
            new LaunchProcess(Layout.CliAssembly, ["launch"]), server, new ProcessorPlan(null, null)).RunLaunchAsync(
            new PlannedLaunch(new LaunchPlan(plan, plan.Tiers[0], 2), _directory, _told.Add),
            TestContext.Current.CancellationToken);
    }
}
