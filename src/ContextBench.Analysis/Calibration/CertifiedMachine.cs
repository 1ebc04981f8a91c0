using ContextBench.Measurement.Machine;
using ContextBench.Measurement.Records;

namespace ContextBench.Analysis.Calibration;

/// <summary>The machine that a certificate is of.</summary>
/// <param name="StartedAt">When its first run started.</param>
/// <param name="Cpu">The processor's name.</param>
/// <param name="Processors">Number of logical processors.</param>
/// <param name="Os">The operating system and its version.</param>
/// <param name="Runtime">The runtime under test.</param>
/// <param name="Commit">The commit that was measured; null where not known.</param>
/// <param name="Processor">Which processor it is; null in certificates of older versions.</param>
/// <param name="RuntimeVariables">
/// The environment variables that configured the runtime; null in certificates of older versions.
/// </param>
public sealed record CertifiedMachine(
    DateTimeOffset StartedAt, string Cpu, int Processors, string Os, string Runtime, string? Commit,
    ProcessorIdentity? Processor, IReadOnlyDictionary<string, string>? RuntimeVariables)
{
    /// <summary>The machine of a manifest.</summary>
    /// <param name="environment">The manifest.</param>
    public static CertifiedMachine Of(EnvironmentManifest environment) => new(
        environment.StartedAt, environment.Cpu, environment.Processors, environment.Os, environment.Runtime,
        environment.Commit, environment.Processor, environment.RuntimeVariables);

    /// <summary>Whether a run was measured on such a machine.</summary>
    /// <param name="environment">The run's manifest.</param>
    public bool Is(EnvironmentManifest environment) =>
        Cpu == environment.Cpu && Processors == environment.Processors && Os == environment.Os
        && Runtime == environment.Runtime && ProcessorIdentity.AreSame(Processor, environment.Processor);

    /// <summary>Whether a run's runtime was configured alike.</summary>
    /// <param name="environment">The run's manifest.</param>
    public bool IsConfiguredAs(EnvironmentManifest environment) =>
        RuntimeVariables is null || RuntimeConfiguration.AreAlike(RuntimeVariables, environment.RuntimeVariables);
}
