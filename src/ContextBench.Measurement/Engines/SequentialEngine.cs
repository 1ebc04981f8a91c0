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
    public async Task<LaunchObservation> RunLaunchAsync(PlannedLaunch launch, CancellationToken cancellation)
    {
        using var consoleFile = ConsoleFile.For(launch.Plan.Workload);
        var launchPlan = launch.ToLaunchPlan() with
        {
            Connections = 1, // of the proof; the generator opens its own
            Server = _server,
            ServerProcessor = _processors.UnderTest,
            ConsoleFile = consoleFile?.Path,
        };
        try
        {
            var order = LaunchOrder.Draw(launchPlan.Study.Variants.Count, new Random(launchPlan.Seed));
            using var server = HttpTarget.Start(launchPlan, order);
            return await new SequentialLaunch(launch, _program, server, _processors.Generator)
                .RunAsync(order, launchPlan.Seed, cancellation);
        }
        catch (TargetFaultException fault)
        {
            cancellation.ThrowIfCancellationRequested(); // the same Ctrl-C may have ended the server
            return LaunchObservation.Faulted(launch.Tier.Tier, launch.Number, launchPlan.Seed, fault.Message);
        }
    }
}
