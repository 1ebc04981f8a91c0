using ContextBench.Measurement.Servers;

namespace ContextBench.Measurement.Engines;

/// <summary>
/// Load tests as anybody would run them: a fresh server a launch, or one of each variant, which prove themselves as in
/// any launch, then each variant for a while, one after the other, by a load generator of somebody else's.
/// </summary>
/// <param name="program">The load generator.</param>
/// <param name="server">The server under test.</param>
/// <param name="processors">Which process runs where.</param>
public sealed class SequentialEngine(ILoadProgram program, ServerProgram server, ProcessorPlan processors) : IEngine
{
    /// <inheritdoc/>
    public Task RequireAsync(CancellationToken cancellation) => program.RequireAsync(cancellation);

    /// <inheritdoc/>
    public async Task<LaunchObservation> RunLaunchAsync(PlannedLaunch launch, CancellationToken cancellation)
    {
        using var consoleFile = ConsoleFile.For(launch.Plan.Run.Workload);
        var plan = launch.Plan with
        {
            Tier = launch.Plan.Tier with { Connections = 1 }, // of the proof; the generator opens its own
            Server = server,
            ServerProcessor = processors.UnderTest,
            ConsoleFile = consoleFile?.Path,
        };
        try
        {
            var order = LaunchOrder.Draw(plan.Study.Variants.Count, new Random(plan.Seed));
            await using IHttpVariants target = plan.Run.Load.Residency == Residency.Apart
                ? ApartTarget.Start(plan, order)
                : HttpTarget.Start(plan, order);
            return await new SequentialLaunch(launch, program, target, processors.Generator)
                .RunAsync(order, cancellation);
        }
        catch (TargetFaultException fault)
        {
            cancellation.ThrowIfCancellationRequested(); // the same Ctrl-C may have ended the server
            return LaunchObservation.Of(plan) with { Fault = fault.Message };
        }
    }
}
