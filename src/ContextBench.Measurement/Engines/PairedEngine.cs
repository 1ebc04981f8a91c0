namespace ContextBench.Measurement.Engines;

/// <summary>This project's own engine: slices of all variants in turn, in a process of its own a launch.</summary>
/// <param name="launchProcess">How a launch is started.</param>
/// <param name="server">The server under test.</param>
/// <param name="processors">Which process runs where.</param>
public sealed class PairedEngine(LaunchProcess launchProcess, ServerProgram server, ProcessorPlan processors) : IEngine
{
    /// <inheritdoc/>
    public Task RequireAsync(CancellationToken cancellation) => Task.CompletedTask; // it is this program

    /// <inheritdoc/>
    public async Task<LaunchObservation> RunLaunchAsync(PlannedLaunch launch, CancellationToken cancellation)
    {
        var isServer = TierCatalogue.Get(launch.Plan.Tier.Tier).IsServer;
        using var consoleFile = ConsoleFile.For(launch.Plan.Run.Workload);
        var plan = launch.Plan with
        {
            Server = isServer ? server : null,
            ServerProcessor = isServer ? processors.UnderTest : null,
            ConsoleFile = consoleFile?.Path,
        };
        return await launchProcess.RunAsync(
            plan,
            isServer ? processors.Generator : processors.UnderTest,
            (line, observation) =>
            {
                if (observation is ProgressObservation progress)
                    launch.Begins(progress.Phase);
                else
                    launch.Directory.Append(line);
            },
            cancellation);
    }
}
