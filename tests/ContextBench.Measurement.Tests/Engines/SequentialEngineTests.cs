using ContextBench.Cli;
using ContextBench.Handlers;
using ContextBench.Load;
using ContextBench.Measurement.Engines;
using ContextBench.Measurement.Launches;
using ContextBench.Measurement.Machine;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Records;
using ContextBench.Measurement.Runs;
using ContextBench.Workloads.Emails;
using Xunit;

namespace ContextBench.Measurement.Tests.Engines;

/// <summary>The engine on the real server, with a load generator that only notes what it is told.</summary>
public sealed class SequentialEngineTests : IDisposable
{
    private static readonly RepositoryLayout Layout = RepositoryLayout.Find(AppContext.BaseDirectory);

    private static readonly RunPlan Plan = new()
    {
        Profile = "test",
        Tiers =
        [
            new TierPlan
            {
                Tier = "kestrel", Launches = 6, SliceOperations = 4, Connections = 7, MeasureSeconds = 1,
                MostWarmUpSeconds = 1,
            },
        ],
        Study = StudyCatalogue.Default.FactsOf("classic", "control", "async-local"),
        Workload = EmailWorkload.Article.Facts,
        Body = EmailWorkload.Article.Body,
        Load = new LoadPlan { Engine = "wrk", Arms = new ArmPlan(Seconds: 5, WarmUpSeconds: 2, Threads: 3) },
        MarginPercent = 1,
        Seed = 11,
        Reproduce = "",
    };

    private readonly RunDirectory _directory =
        new(Path.Combine(Directory.CreateTempSubdirectory("contextbench").FullName, "run"));

    public SequentialEngineTests() => _directory.Create();

    [Fact]
    public async Task A_launch_warms_every_route_up_then_gives_each_variant_its_time_on_its_own_route()
    {
        var program = new NotingProgram();

        var record = await RunAsync(program, launch: 1);

        Assert.Null(record.Fault);
        Assert.Equal([2, 2, 2, 5, 5, 5], program.Tasks.Select(task => task.Seconds));
        Assert.All(
            program.Tasks,
            task => Assert.Equal((7, 3), (task.Plan.Tier.Connections, task.Plan.Run.Load.Arms!.Threads)));
        Assert.Equal(3, program.Tasks.Select(task => task.Route).Distinct().Count());
        Assert.All(program.Tasks.Take(3), task => Assert.Null(task.ReportFolder));
        var arms = _directory.ReadObservations().OfType<ArmObservation>().ToArray();
        Assert.Equal(Plan.Study.Names.Order(), arms.Select(arm => arm.Variant).Order());
        Assert.Equal([0, 1, 2], arms.Select(arm => arm.Place));
        Assert.All(
            arms, arm => Assert.Equal((1_000, 200.0, 9), (arm.Requests, arm.RequestsPerSecond, arm.GeneratorCpuNs)));
        Assert.IsType<LaunchObservation>(_directory.ReadObservations()[^1]);
    }

    [Fact]
    public async Task Apart_each_variant_is_loaded_in_a_process_of_its_own()
    {
        var program = new NotingProgram();

        var record = await RunAsync(
            program, launch: 1, Plan with { Load = Plan.Load with { Residency = Residency.Apart } });

        Assert.Null(record.Fault);
        Assert.Equal(3, program.Tasks.Select(task => task.Route.Port).Distinct().Count());
    }

    [Fact]
    public async Task Extra_work_is_sought_before_anything_is_measured_and_every_variant_is_loaded_as_often()
    {
        var program = new NotingProgram(); // it sends nothing, so that no work makes its requests cost anything

        var record = await RunAsync(program, launch: 1, Plan with
        {
            Workload = (EmailWorkload.Article with { WorkMicroseconds = 1 }).Facts,
            BaselineCpuUs = 1e6,
        });

        Assert.StartsWith(
            "no extra work made a request cost 1000000 µs of CPU", record.Fault, StringComparison.Ordinal);
        Assert.Equal(
            Plan.Study.Names.Order().Select(name => (name, 1 + OperatingPoint.MostTrials)), // a warm-up and the trials
            program.Tasks.CountBy(task => task.Variant).OrderBy(it => it.Key).Select(it => (it.Key, it.Value)));
    }

    [Fact]
    public async Task Over_as_many_launches_as_the_design_has_orders_every_variant_is_as_often_first()
    {
        var firsts = new List<string>();
        for (var launch = 1; launch <= 6; launch++)
        {
            var program = new NotingProgram();
            await RunAsync(program, launch);
            firsts.Add(program.Tasks.First(task => task.Seconds == 5).Variant);
        }

        Assert.Equal([2, 2, 2], firsts.CountBy(name => name).Select(count => count.Value));
    }

    [Fact]
    public async Task A_load_generator_that_fails_is_a_fault_of_the_launch_which_is_on_disk()
    {
        var record = await RunAsync(new NotingProgram { Fails = "wrk got no answer" }, launch: 2);

        Assert.Equal("wrk got no answer", record.Fault);
        Assert.Equal("wrk got no answer", Assert.IsType<LaunchObservation>(_directory.ReadObservations()[^1]).Fault);
    }

    [Fact]
    public async Task A_missing_wrk_is_said_with_how_to_get_it()
    {
        var exception = await Assert.ThrowsAsync<ProgramMissingException>(
            () => new WrkProgram("no-such-wrk").RequireAsync(TestContext.Current.CancellationToken));

        Assert.StartsWith("wrk is missing: install it (Debian", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_nbomber_that_cannot_be_built_is_said_with_what_to_do_instead()
    {
        var exception = await Assert.ThrowsAsync<ProgramMissingException>(
            () => new NBomberProgram("no-such.csproj", "no-such.dll")
                .RequireAsync(TestContext.Current.CancellationToken));

        Assert.StartsWith("NBomber cannot be built on this machine (MSB", exception.Message, StringComparison.Ordinal);
        Assert.Contains("--engine paired", exception.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_directory.Path)!, recursive: true);

    private Task<LaunchObservation> RunAsync(NotingProgram program, int launch, RunPlan? plan = null) =>
        new Runner(
            new SequentialEngine(program, Layout.Server, new ProcessorPlan(null, null)),
            new MeasuredPrograms(AppContext.BaseDirectory)).RunLaunchAsync(
            new PlannedLaunch(new LaunchPlan(plan ?? Plan, Plan.Tiers[0], launch), _directory, _ => { }),
            TestContext.Current.CancellationToken);

    private sealed class NotingProgram : ILoadProgram
    {
        public List<LoadTask> Tasks { get; } = [];

        public string? Fails { get; init; }

        public Task RequireAsync(CancellationToken cancellation) => Task.CompletedTask;

        public Task<LoadResult> RunAsync(LoadTask task, CancellationToken cancellation)
        {
            Tasks.Add(task);
            return Fails is null
                ? Task.FromResult(new LoadResult(1_000, 200, 50, 90, CpuNs: 9))
                : throw new TargetFaultException(Fails);
        }
    }
}
