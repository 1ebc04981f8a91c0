namespace ContextBench.Analysis.Calibrations;

/// <summary>What the instrument has been proved to see on a machine: <c>certificate.json</c>.</summary>
/// <param name="Schema">Version of the file's form.</param>
/// <param name="Environment">The machine, and when.</param>
/// <param name="Tiers">What was proved, by the tier's name.</param>
public sealed record CalibrationReport(
    int Schema, CalibratedMachine Environment, IReadOnlyDictionary<string, TierCalibration> Tiers)
{
    /// <summary>The file's name.</summary>
    public const string FileName = "certificate.json";

    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerOptions.Web) { WriteIndented = true };

    /// <summary>Writes it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options) + "\n";

    /// <summary>Reads it.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    /// <returns>The calibration, or null where the text is something else.</returns>
    /// <exception cref="JsonException">The text is something else.</exception>
    public static CalibrationReport? FromJson(string json) =>
        JsonSerializer.Deserialize<CalibrationReport>(json, Options)
            is { Schema: 1, Environment.Cpu: not null, Tiers: not null } calibration
            ? calibration
            : null;
}
