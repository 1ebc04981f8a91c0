using ContextBench.Handlers;
using ContextBench.Measurement.Engines;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Records;
using ContextBench.Measurement.Runs;
using ContextBench.Workloads;
using Xunit;

namespace ContextBench.Measurement.Tests.Runs;

/// <summary>The runner, with an engine that measures nothing.</summary>
public sealed class RunnerTests : IDisposable
{
    private static readonly RunPlan Plan = new()
    {
        Profile = "test",
        Tiers =
        [
            new TierPlan
            {
                Tier = "handler", Launches = 5, SliceOperations = 1, Connections = 1, MeasureSeconds = 1,
                MostWarmUpSeconds = 1,
            },
        ],
        Study = StudyCatalogue.Default.FactsOf("classic", "control"),
        Workload = Workload.Article.Facts,
        Body = Workload.Article.Body,
        MarginPercent = 1,
        Seed = 11,
        Reproduce = "",
    };

    private readonly string _programs = Directory.CreateTempSubdirectory("contextbench").FullName;

    private readonly RunDirectory _directory =
        new(Path.Combine(Directory.CreateTempSubdirectory("contextbench").FullName, "run"));

    public RunnerTests()
    {
        Build("first");
        _directory.Create();
    }

    [Fact]
    public async Task Every_launch_is_on_disk_and_its_end_is_told()
    {
        var told = new List<RunProgress>();

        await RunAsync(new Engine(_ => { }), told.Add);

        Assert.Equal([1, 2, 3, 4, 5], Launches.Select(launch => launch.Launch));
        Assert.Equal(
            [1, 2, 3, 4, 5], told.Where(progress => progress.Phase is null).Select(progress => progress.Launch));
    }

    [Fact]
    public async Task A_rebuild_between_two_launches_ends_the_run_before_the_next()
    {
        var engine = new Engine(_ => { });

        var exception = await Assert.ThrowsAsync<InvalidRunException>(() => RunAsync(engine, progress =>
        {
            // The end of a launch is told when it is on disk.
            if (progress is { Launch: 2, Phase: null })
                Build("second");
        }));

        Assert.Equal(MeasuredPrograms.Rebuilt, exception.Message);
        Assert.Equal(2, engine.Launches);
        Assert.Equal([null, null], Launches.Select(launch => launch.Fault));
    }

    [Fact]
    public async Task A_launch_during_which_there_was_a_rebuild_does_not_count_and_ends_the_run()
    {
        var engine = new Engine(launch =>
        {
            if (launch == 3)
                Build("second");
        });

        var exception = await Assert.ThrowsAsync<InvalidRunException>(() => RunAsync(engine, _ => { }));

        Assert.Equal(MeasuredPrograms.Rebuilt, exception.Message);
        Assert.Equal(3, engine.Launches);
        Assert.Equal([null, null, MeasuredPrograms.Rebuilt], Launches.Select(launch => launch.Fault));
    }

    [Fact]
    public async Task A_rebuild_of_the_same_bytes_ends_nothing()
    {
        await RunAsync(new Engine(_ => Build("first")), _ => { });

        Assert.Equal(5, Launches.Length);
    }

    [Fact]
    public async Task Three_launches_that_fail_in_a_row_end_the_run()
    {
        var engine = new Engine(_ => { }) { Fault = "the server died" };

        var exception = await Assert.ThrowsAsync<InvalidRunException>(() => RunAsync(engine, _ => { }));

        Assert.Equal("3 launches failed one after the other; the last one: the server died", exception.Message);
        Assert.Equal(3, Launches.Length);
    }

    public void Dispose()
    {
        Directory.Delete(_programs, recursive: true);
        Directory.Delete(Path.GetDirectoryName(_directory.Path)!, recursive: true);
    }

    private LaunchObservation[] Launches => [.. _directory.ReadObservations().OfType<LaunchObservation>()];

    private void Build(string contents) =>
        File.WriteAllText(Path.Combine(_programs, "ContextBench.Server.dll"), contents);

    private Task RunAsync(Engine engine, Action<RunProgress> report) =>
        new Runner(engine, MeasuredPrograms.In(_programs)).RunAsync(
            Plan, _directory, report, TestContext.Current.CancellationToken);

    private sealed class Engine(Action<int> during) : IEngine
    {
        public int Launches { get; private set; }

        public string? Fault { get; init; }

        public Task RequireAsync(CancellationToken cancellation) => Task.CompletedTask;

        public Task<LaunchObservation> RunLaunchAsync(PlannedLaunch launch, CancellationToken cancellation)
        {
            Launches++;
            during(launch.Number);
            return Task.FromResult(new LaunchObservation
            {
                Tier = launch.Tier.Tier,
                Launch = launch.Number,
                Seed = launch.Number,
                Fault = Fault,
            });
        }
    }
}
