using ContextBench.Measurement.Launches;
using ContextBench.Measurement.Servers;

namespace ContextBench.Measurement.Engines;

/// <summary>One launch of a <see cref="SequentialEngine"/>, on a server that has started.</summary>
internal sealed class SequentialLaunch
{
    private readonly PlannedLaunch _launch;
    private readonly ILoadProgram _program;
    private readonly HttpTarget _server;
    private readonly int? _generatorProcessor;
    private readonly ArmPlan _arms;

    public SequentialLaunch(PlannedLaunch launch, ILoadProgram program, HttpTarget server, int? generatorProcessor)
    {
        _launch = launch;
        _program = program;
        _server = server;
        _generatorProcessor = generatorProcessor;
        _arms = launch.Plan.Load.Arms ?? throw new ArgumentException("the plan has no arms", nameof(launch));
    }

    private StudyFacts Study => _launch.Plan.Study;

    /// <summary>Proves the variants, warms each up and measures each, one after the other.</summary>
    public async Task<LaunchObservation> RunAsync(LaunchOrder order, int seed, CancellationToken cancellation)
    {
        var startedAt = DateTimeOffset.UtcNow;
        _launch.Begins(LaunchPhase.Proof);
        await FairnessProof.RunAsync(Study, _server, order.FirstCall);

        _launch.Begins(LaunchPhase.WarmUp);
        foreach (var variant in order.FirstCall)
            await _program.RunAsync(TaskOf(variant, _arms.WarmUpSeconds, reportFolder: null), cancellation);

        _launch.Begins(LaunchPhase.Blocks);
        var steal = StealClock.Read();
        var observed = new List<ArmObservation>();
        foreach (var variant in Order())
        {
            var arm = await RunArmAsync(variant, observed.Count, cancellation);
            _launch.Directory.Append(ObservationJson.Write<Observation>(arm));
            observed.Add(arm);
        }

        return new LaunchObservation
        {
            Tier = _launch.Tier.Tier,
            Launch = _launch.Number,
            Seed = seed,
            StartedAt = startedAt,
            GcMode = _server.GcMode,
            Variants = Study.Names,
            Connections = _launch.Tier.Connections,
            WarmUpSeconds = _arms.WarmUpSeconds * Study.Variants.Count,
            StealShare = StealClock.Read().ShareSince(steal),
            SliceCpuNs = observed.Sum(arm => arm.ServerCpuNs),
            GeneratorCpuNs = observed.Sum(arm => arm.GeneratorCpuNs ?? 0),
        };
    }

    private async Task<ArmObservation> RunArmAsync(int variant, int place, CancellationToken cancellation)
    {
        var folder = _launch.Directory.File(
            Path.Combine(_launch.Plan.Load.Engine, $"launch-{_launch.Number}-{Study.Names[variant]}"));
        var serverBefore = _server.ReadCpuNs();
        var result = await _program.RunAsync(TaskOf(variant, _arms.Seconds, folder), cancellation);
        return new ArmObservation
        {
            Tier = _launch.Tier.Tier,
            Launch = _launch.Number,
            Variant = Study.Names[variant],
            Place = place,
            Requests = result.Requests,
            RequestsPerSecond = result.RequestsPerSecond,
            P50Us = result.P50Us,
            P99Us = result.P99Us,
            ServerCpuNs = _server.ReadCpuNs() - serverBefore,
            GeneratorCpuNs = result.CpuNs,
        };
    }

    private LoadTask TaskOf(int variant, int seconds, string? reportFolder) => new()
    {
        Variant = Study.Names[variant],
        Route = _server.RouteOf(Study.Names[variant]),
        Body = _launch.Plan.Body,
        Seconds = seconds,
        Connections = _launch.Tier.Connections,
        Threads = _arms.Threads,
        Processor = _generatorProcessor,
        ReportFolder = reportFolder,
    };

    // Balanced over the launches of a run, so that no variant is always first: the launch's place in one schedule.
    private int[] Order()
    {
        var schedule = new BlockSchedule(Study.Variants.Count, new Random(_launch.Plan.Seed));
        for (var before = 1; before < _launch.Number; before++)
            schedule.Next();
        return [.. schedule.Next()];
    }
}
