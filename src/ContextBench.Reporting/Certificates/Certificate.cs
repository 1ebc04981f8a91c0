using System.Text.Json;
using ContextBench.Measurement.Machine;

namespace ContextBench.Reporting.Certificates;

/// <summary>What the instrument has been proved to see on a machine: <c>certificate.json</c>.</summary>
/// <param name="Schema">Version of the file's form.</param>
/// <param name="Environment">The machine, and when.</param>
/// <param name="Tiers">What was proved, by the tier's name.</param>
public sealed record Certificate(
    int Schema, CertifiedMachine Environment, IReadOnlyDictionary<string, TierCertificate> Tiers)
{
    /// <summary>The file's name.</summary>
    public const string FileName = "certificate.json";

    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerOptions.Web) { WriteIndented = true };

    /// <summary>Sums up the runs of a calibration.</summary>
    /// <param name="tiers">The runs of each tier, two or more.</param>
    public static Certificate Of(IReadOnlyDictionary<string, IReadOnlyList<DosedRun>> tiers) => new(
        Schema: 1,
        CertifiedMachine.Of(tiers.Values.SelectMany(runs => runs).MinBy(run => run.Environment.StartedAt)!.Environment),
        tiers.ToDictionary(tier => tier.Key, tier => TierCertificate.Of(tier.Value)));

    /// <summary>Writes it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options) + "\n";

    /// <summary>Reads it.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    /// <returns>The certificate, or null where the text is none.</returns>
    public static Certificate? FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Certificate>(json, Options) is { Schema: 1, Environment.Cpu: not null } it
                ? it
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

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
