using ContextBench.Measurement.Machine;

namespace ContextBench.Reporting.Certificates;

/// <summary>The machine that a certificate is of.</summary>
/// <param name="StartedAt">When its first run started.</param>
/// <param name="Cpu">The processor's name.</param>
/// <param name="Processors">Number of logical processors.</param>
/// <param name="Os">The operating system and its version.</param>
/// <param name="Runtime">The runtime under test.</param>
/// <param name="Commit">The commit that was measured; null where not known.</param>
public sealed record CertifiedMachine(
    DateTimeOffset StartedAt, string Cpu, int Processors, string Os, string Runtime, string? Commit)
{
    /// <summary>The machine of a manifest.</summary>
    /// <param name="environment">The manifest.</param>
    public static CertifiedMachine Of(EnvironmentManifest environment) => new(
        environment.StartedAt, environment.Cpu, environment.Processors, environment.Os, environment.Runtime,
        environment.Commit);

    /// <summary>Whether a run was measured on such a machine.</summary>
    /// <param name="environment">The run's manifest.</param>
    public bool Is(EnvironmentManifest environment) =>
        Cpu == environment.Cpu && Processors == environment.Processors && Os == environment.Os
        && Runtime == environment.Runtime;
}
