using ContextBench.Measurement.Launches;
using ContextBench.Measurement.Servers;

namespace ContextBench.Measurement.Engines;

/// <summary>One launch of a <see cref="SequentialEngine"/>, on a server that has started.</summary>
internal sealed class SequentialLaunch(
    PlannedLaunch launch, ILoadProgram program, HttpTarget server, int? generatorProcessor)
{
    private readonly ArmPlan _arms =
        launch.Plan.Load.Arms ?? throw new ArgumentException("the plan has no arms", nameof(launch));

    private StudyFacts Study => launch.Plan.Study;

    /// <summary>Proves the variants, warms each up and measures each, one after the other.</summary>
    public async Task<LaunchObservation> RunAsync(LaunchOrder order, int seed, CancellationToken cancellation)
    {
        var startedAt = DateTimeOffset.UtcNow;
        launch.Begins(LaunchPhase.Proof);
        await FairnessProof.RunAsync(Study, server, order.FirstCall);

        launch.Begins(LaunchPhase.WarmUp);
        foreach (var variant in order.FirstCall)
            await program.RunAsync(TaskOf(variant, _arms.WarmUpSeconds, reportFolder: null), cancellation);

        launch.Begins(LaunchPhase.Blocks);
        var steal = StealClock.Read();
        var observed = new List<ArmObservation>();
        foreach (var variant in Order())
        {
            var arm = await RunArmAsync(variant, observed.Count, cancellation);
            launch.Directory.Append(ObservationJson.Write<Observation>(arm));
            observed.Add(arm);
        }

        return new LaunchObservation
        {
            Tier = launch.Tier.Tier,
            Launch = launch.Number,
            Seed = seed,
            StartedAt = startedAt,
            GcMode = server.GcMode,
            Variants = Study.Names,
            Connections = launch.Tier.Connections,
            WarmUpSeconds = _arms.WarmUpSeconds * Study.Variants.Count,
            StealShare = StealClock.Read().ShareSince(steal),
            SliceCpuNs = observed.Sum(arm => arm.ServerCpuNs),
            GeneratorCpuNs = observed.Sum(arm => arm.GeneratorCpuNs ?? 0),
        };
    }

    private async Task<ArmObservation> RunArmAsync(int variant, int place, CancellationToken cancellation)
    {
        var folder = launch.Directory.File(
            Path.Combine(launch.Plan.Load.Engine, $"launch-{launch.Number}-{Study.Names[variant]}"));
        var serverBefore = server.ReadCpuNs();
        var result = await program.RunAsync(TaskOf(variant, _arms.Seconds, folder), cancellation);
        return new ArmObservation
        {
            Tier = launch.Tier.Tier,
            Launch = launch.Number,
            Variant = Study.Names[variant],
            Place = place,
            Requests = result.Requests,
            RequestsPerSecond = result.RequestsPerSecond,
            P50Us = result.P50Us,
            P99Us = result.P99Us,
            ServerCpuNs = server.ReadCpuNs() - serverBefore,
            GeneratorCpuNs = result.CpuNs,
        };
    }

    private LoadTask TaskOf(int variant, int seconds, string? reportFolder) => new()
    {
        Variant = Study.Names[variant],
        Route = server.RouteOf(Study.Names[variant]),
        Body = launch.Plan.Body,
        Seconds = seconds,
        Connections = launch.Tier.Connections,
        Threads = _arms.Threads,
        Processor = generatorProcessor,
        ReportFolder = reportFolder,
    };

    // Balanced over the launches of a run, so that no variant is always first: the launch's place in one schedule.
    private int[] Order()
    {
        var schedule = new BlockSchedule(Study.Variants.Count, new Random(launch.Plan.Seed));
        for (var before = 1; before < launch.Number; before++)
            schedule.Next();
        return [.. schedule.Next()];
    }
}
