using ContextBench.Measurement.Launches;

namespace ContextBench.Measurement.Engines;

/// <summary>One launch of a <see cref="SequentialEngine"/>, on a server that has started.</summary>
internal sealed class SequentialLaunch(
    PlannedLaunch launch, ILoadProgram program, IHttpVariants server, int? generatorProcessor)
{
    private readonly ArmPlan _arms =
        launch.Plan.Run.Load.Arms ?? throw new ArgumentException("the plan has no arms", nameof(launch));

    private LaunchPlan Plan => launch.Plan;

    /// <summary>Proves the variants, warms each up and measures each, one after the other.</summary>
    public async Task<LaunchObservation> RunAsync(LaunchOrder order, CancellationToken cancellation)
    {
        var startedAt = DateTimeOffset.UtcNow;
        launch.Begins(LaunchPhase.Proof);
        await FairnessProof.RunAsync(Plan.Study, server, order.FirstCall);

        launch.Begins(LaunchPhase.WarmUp);
        foreach (var variant in order.FirstCall)
            await program.RunAsync(TaskOf(variant, _arms.WarmUpSeconds, reportFolder: null), cancellation);

        double? extraWorkUs = Plan.Run.BaselineCpuUs is { } targetUs
            ? await FindWorkAsync(targetUs, order.FirstCall, cancellation)
            : null;

        launch.Begins(LaunchPhase.Blocks);
        var steal = StealClock.Read();
        var observed = new List<ArmObservation>();
        foreach (var variant in Order())
        {
            var arm = await RunArmAsync(variant, observed.Count, cancellation);
            launch.Directory.Append(ObservationJson.Write<Observation>(arm));
            observed.Add(arm);
        }

        return LaunchObservation.Of(Plan) with
        {
            StartedAt = startedAt,
            GcMode = server.GcMode,
            Variants = Plan.Study.Names,
            Connections = Plan.Tier.Connections,
            WarmUpSeconds = _arms.WarmUpSeconds * Plan.Study.Variants.Count,
            ExtraWorkUs = extraWorkUs,
            StealShare = StealClock.Read().ShareSince(steal),
            SliceCpuNs = observed.Sum(arm => arm.ServerCpuNs),
            GeneratorCpuNs = observed.Sum(arm => arm.GeneratorCpuNs ?? 0),
        };
    }

    // By the load that is measured, on the baseline; every variant is loaded as long, or the baseline would be warmer.
    private async Task<double> FindWorkAsync(double targetUs, int[] loaded, CancellationToken cancellation)
    {
        var workUs = await OperatingPoint.FindAsync(targetUs, Plan.Run.Workload.WorkMicroseconds, MeasureAsync);
        await server.SetWorkAsync(workUs);
        return workUs;

        async Task<double> MeasureAsync(double workUs)
        {
            await server.SetWorkAsync(workUs);
            var baselineUs = 0.0;
            foreach (var variant in loaded)
            {
                var cpuBefore = server.ReadCpuNs();
                var load = await program.RunAsync(
                    TaskOf(variant, _arms.WarmUpSeconds, reportFolder: null), cancellation);
                if (Plan.Study.Names[variant] == Plan.Study.Baseline)
                    baselineUs = (server.ReadCpuNs() - cpuBefore) / 1e3 / load.Requests;
            }

            return baselineUs;
        }
    }

    private async Task<ArmObservation> RunArmAsync(int variant, int place, CancellationToken cancellation)
    {
        var folder = launch.Directory.File(
            Path.Combine(Plan.Run.Load.Engine, $"launch-{Plan.Launch}-{Plan.Study.Names[variant]}"));
        var serverBefore = server.ReadCpuNs();
        var result = await program.RunAsync(TaskOf(variant, _arms.Seconds, folder), cancellation);
        return new ArmObservation
        {
            Tier = Plan.Tier.Tier,
            Launch = Plan.Launch,
            Variant = Plan.Study.Names[variant],
            Place = place,
            Requests = result.Requests,
            RequestsPerSecond = result.RequestsPerSecond,
            P50Us = result.P50Us,
            P99Us = result.P99Us,
            ServerCpuNs = server.ReadCpuNs() - serverBefore,
            GeneratorCpuNs = result.CpuNs,
        };
    }

    private LoadTask TaskOf(int variant, int seconds, string? reportFolder) => new(
        Plan, Plan.Study.Names[variant], server.RouteOf(Plan.Study.Names[variant]), seconds, generatorProcessor,
        reportFolder);

    // Balanced over the launches of a run, so that no variant is always first: the launch's place in one schedule.
    private int[] Order()
    {
        var schedule = new BlockSchedule(Plan.Study.Variants.Count, new Random(Plan.Run.Seed));
        for (var before = 1; before < Plan.Launch; before++)
            schedule.Next();
        return [.. schedule.Next()];
    }
}
