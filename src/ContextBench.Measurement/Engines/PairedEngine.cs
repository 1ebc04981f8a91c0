using ContextBench.Measurement.Machine;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Records;

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
    public async Task<LaunchObservation> RunLaunchAsync(
        RunPlan plan, TierPlan tier, int launch, RunDirectory directory, Action<RunProgress> report,
        CancellationToken cancellation)
    {
        var isServer = TierCatalogue.Get(tier.Tier).IsServer;
        using var consoleFile = ConsoleFile.For(plan.Workload);
        var launchPlan = LaunchPlan.Of(plan, tier, launch) with
        {
            Server = isServer ? server : null,
            ServerProcessor = isServer ? processors.UnderTest : null,
            ConsoleFile = consoleFile?.Path,
        };
        return await launchProcess.RunAsync(
            launchPlan,
            isServer ? processors.Generator : processors.UnderTest,
            (line, observation) =>
            {
                if (observation is ProgressObservation progress)
                    report(new RunProgress(tier, launch, progress.Phase, Fault: null));
                else
                    directory.Append(line);
            },
            cancellation);
    }
}
