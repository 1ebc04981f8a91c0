using ContextBench.Handlers;
using ContextBench.Measurement.Engines;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Records;
using ContextBench.Measurement.Runs;
using ContextBench.Workloads.Emails;
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
        Workload = EmailWorkload.Article.Facts,
        Body = EmailWorkload.Article.Body,
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
        var engine = new Engine(_ => { }) { FaultOf = _ => "the server died" };

        var exception = await Assert.ThrowsAsync<InvalidRunException>(() => RunAsync(engine, _ => { }));

        Assert.Equal("3 launches failed one after the other; the last one: the server died", exception.Message);
        Assert.Equal(3, Launches.Length);
    }

    [Fact]
    public async Task Launches_that_fail_with_one_between_them_that_does_not_end_nothing()
    {
        var told = new List<RunProgress>();
        var engine = new Engine(_ => { }) { FaultOf = launch => launch == 3 ? null : "the server died" };

        await RunAsync(engine, told.Add); // 1, 2, 4 and 5 fail, and never three in a row

        string?[] faults = ["the server died", "the server died", null, "the server died", "the server died"];
        Assert.Equal(faults, Launches.Select(launch => launch.Fault));
        Assert.Equal(faults, told.Select(progress => progress.Fault));
    }

    [Fact]
    public async Task Faults_in_a_row_are_counted_across_tiers()
    {
        var tiers = Plan.Tiers.Append(Plan.Tiers[0] with { Tier = "in-memory" }).ToArray();
        var engine = new Engine(_ => { }) { FaultOf = launch => launch is 1 or 4 or 5 ? "the server died" : null };

        await Assert.ThrowsAsync<InvalidRunException>(() => RunAsync(engine, _ => { }, Plan with { Tiers = tiers }));

        Assert.Equal(6, engine.Launches); // the last two of the first tier and the first of the second
        Assert.Equal("in-memory", Launches[^1].Tier);
    }

    [Fact]
    public async Task A_run_goes_on_from_the_launch_that_it_is_told()
    {
        var engine = new Engine(_ => { });

        await new Runner(engine, new MeasuredPrograms(_programs)).RunFromAsync(
            new PlannedLaunch(new LaunchPlan(Plan, Plan.Tiers[0], 4), _directory, _ => { }),
            TestContext.Current.CancellationToken);

        Assert.Equal([4, 5], Launches.Select(launch => launch.Launch));
    }

    [Fact]
    public async Task A_run_that_is_cancelled_keeps_the_launches_that_were_finished()
    {
        var engine = new Engine(launch =>
        {
            if (launch == 3)
                throw new OperationCanceledException();
        });

        await Assert.ThrowsAsync<OperationCanceledException>(() => RunAsync(engine, _ => { }));

        Assert.Equal([1, 2], Launches.Select(launch => launch.Launch));
    }

    public void Dispose()
    {
        Directory.Delete(_programs, recursive: true);
        Directory.Delete(Path.GetDirectoryName(_directory.Path)!, recursive: true);
    }

    private LaunchObservation[] Launches => [.. _directory.ReadObservations().OfType<LaunchObservation>()];

    private void Build(string contents) =>
        File.WriteAllText(Path.Combine(_programs, "ContextBench.Server.dll"), contents);

    private Task RunAsync(Engine engine, Action<RunProgress> report, RunPlan? plan = null) =>
        new Runner(engine, new MeasuredPrograms(_programs)).RunAsync(
            plan ?? Plan, _directory, report, TestContext.Current.CancellationToken);

    private sealed class Engine(Action<int> during) : IEngine
    {
        public int Launches { get; private set; }

        public Func<int, string?> FaultOf { get; init; } = _ => null;

        public Task RequireAsync(CancellationToken cancellation) => Task.CompletedTask;

        public Task<LaunchObservation> RunLaunchAsync(PlannedLaunch launch, CancellationToken cancellation)
        {
            Launches++;
            during(launch.Plan.Launch);
            return Task.FromResult(LaunchObservation.Of(launch.Plan) with { Fault = FaultOf(launch.Plan.Launch) });
        }
    }
}
