using ContextBench.Load;
using ContextBench.Measurement.Blocks;
using ContextBench.Measurement.Launches;
using ContextBench.Measurement.Machine;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Records;
using ContextBench.Measurement.Servers;

namespace ContextBench.Measurement.Engines;

/// <summary>
/// Load tests as anybody would run them: a fresh server a launch, which proves itself as any launch does, then each
/// variant for a while, one after the other, by a load generator of somebody else's.
/// </summary>
public sealed class SequentialEngine : IEngine
{
    private readonly ILoadProgram _program;
    private readonly ServerProgram _server;
    private readonly ProcessorPlan _processors;

    /// <summary>Creates it.</summary>
    /// <param name="program">The load generator.</param>
    /// <param name="server">The server under test.</param>
    /// <param name="processors">Which process runs where.</param>
    public SequentialEngine(ILoadProgram program, ServerProgram server, ProcessorPlan processors)
    {
        _program = program;
        _server = server;
        _processors = processors;
    }

    /// <inheritdoc/>
    public Task RequireAsync(CancellationToken cancellation) => _program.RequireAsync(cancellation);

    /// <inheritdoc/>
    public async Task<LaunchObservation> RunLaunchAsync(
        RunPlan plan, TierPlan tier, int launch, RunDirectory directory, Action<RunProgress> report,
        CancellationToken cancellation)
    {
        using var consoleFile = ConsoleFile.For(plan.Workload);
        var launchPlan = LaunchPlan.Of(plan, tier, launch) with
        {
            Connections = 1, // of the proof; the generator opens its own
            Server = _server,
            ServerProcessor = _processors.UnderTest,
            ConsoleFile = consoleFile?.Path,
        };
        try
        {
            return await MeasureAsync(plan, tier, launchPlan, directory, report, cancellation);
        }
        catch (TargetFaultException fault)
        {
            cancellation.ThrowIfCancellationRequested(); // the same Ctrl-C may have ended the server
            return LaunchObservation.Faulted(tier.Tier, launch, launchPlan.Seed, fault.Message);
        }
    }

    private async Task<LaunchObservation> MeasureAsync(
        RunPlan plan, TierPlan tier, LaunchPlan launchPlan, RunDirectory directory, Action<RunProgress> report,
        CancellationToken cancellation)
    {
        var arms = plan.Load.Arms ?? throw new ArgumentException("the plan has no arms", nameof(plan));
        var startedAt = DateTimeOffset.UtcNow;
        var order = LaunchOrder.Draw(plan.Study.Variants.Count, new Random(launchPlan.Seed));
        using var server = HttpTarget.Start(launchPlan, order);
        report(new RunProgress(tier, launchPlan.Launch, LaunchPhase.Proof, Fault: null));
        await FairnessProof.RunAsync(plan.Study, server, order.FirstCall);

        report(new RunProgress(tier, launchPlan.Launch, LaunchPhase.WarmUp, Fault: null));
        foreach (var variant in order.FirstCall)
            await _program.RunAsync(TaskOf(variant, arms.WarmUpSeconds, reportFolder: null), cancellation);

        report(new RunProgress(tier, launchPlan.Launch, LaunchPhase.Blocks, Fault: null));
        var steal = StealClock.Read();
        var observed = new List<ArmObservation>();
        foreach (var variant in OrderOf(plan, launchPlan.Launch))
        {
            var arm = await RunArmAsync(variant, observed.Count);
            directory.Append(ObservationJson.Write<Observation>(arm));
            observed.Add(arm);
        }

        return new LaunchObservation
        {
            Tier = tier.Tier,
            Launch = launchPlan.Launch,
            Seed = launchPlan.Seed,
            StartedAt = startedAt,
            GcMode = server.GcMode,
            Variants = plan.Study.Names,
            Connections = tier.Connections,
            WarmUpSeconds = arms.WarmUpSeconds * plan.Study.Variants.Count,
            StealShare = StealClock.Read().ShareSince(steal),
            SliceCpuNs = observed.Sum(arm => arm.ServerCpuNs),
            GeneratorCpuNs = observed.Sum(arm => arm.GeneratorCpuNs ?? 0),
        };

        async Task<ArmObservation> RunArmAsync(int variant, int place)
        {
            var folder = directory.File(
                Path.Combine(plan.Load.Engine, $"launch-{launchPlan.Launch}-{plan.Study.Names[variant]}"));
            var serverBefore = server.ReadCpuNs();
            var result = await _program.RunAsync(TaskOf(variant, arms.Seconds, folder), cancellation);
            return new ArmObservation
            {
                Tier = tier.Tier,
                Launch = launchPlan.Launch,
                Variant = plan.Study.Names[variant],
                Place = place,
                Requests = result.Requests,
                RequestsPerSecond = result.RequestsPerSecond,
                P50Us = result.P50Us,
                P99Us = result.P99Us,
                ServerCpuNs = server.ReadCpuNs() - serverBefore,
                GeneratorCpuNs = result.CpuNs,
            };
        }

        LoadTask TaskOf(int variant, int seconds, string? reportFolder) => new(
            plan.Study.Names[variant], server.RouteOf(plan.Study.Names[variant]),
            plan.Body, seconds, tier.Connections, arms.Threads,
            _processors.Generator, reportFolder);
    }

    // Balanced over the launches of a run, so that no variant is always first: the launch's place in one schedule.
    private static int[] OrderOf(RunPlan plan, int launch)
    {
        var schedule = new BlockSchedule(plan.Study.Variants.Count, new Random(plan.Seed));
        for (var before = 1; before < launch; before++)
            schedule.Next();
        return [.. schedule.Next()];
    }
}
