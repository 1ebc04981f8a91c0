using System.Text.Json.Nodes;

namespace ContextBench.Measurement.Records;

/// <summary>What was measured, on what: the run's <c>environment.json</c>.</summary>
public sealed record EnvironmentManifest
{
    private static readonly JsonSerializerOptions IndentedOptions =
        new(ObservationJson.Options) { WriteIndented = true };

    private const string NodePrefix = "Node.js ";

    /// <summary>Version of this file's form.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>When the run started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The processor's name.</summary>
    public required string Cpu { get; init; }

    /// <summary>Which processor that is; null in runs of older versions.</summary>
    public ProcessorIdentity? Processor { get; init; }

    /// <summary>Number of logical processors.</summary>
    public required int Processors { get; init; }

    /// <summary>The operating system and its version.</summary>
    public required string Os { get; init; }

    /// <summary>The processor architecture.</summary>
    public required string Architecture { get; init; }

    /// <summary>What virtualises the machine, as far as it says so; null where it does not.</summary>
    public required string? Virtualisation { get; init; }

    /// <summary>
    /// The share of the machine's time stolen by its hypervisor since it started, 0 to 1; null where not known.
    /// </summary>
    public required double? StealSinceBoot { get; init; }

    /// <summary>The runtime under test: <c>.NET 10.0.12</c>, or <c>Node.js 14.0.0</c>.</summary>
    public required string Runtime { get; init; }

    /// <summary>
    /// The collector of a runtime whose processes do not report theirs; null where each launch has it
    /// (<see cref="LaunchObservation.GcMode"/>). In runs of early versions, that of the process that started them.
    /// </summary>
    public string? GcMode { get; init; }

    /// <summary>
    /// Environment variables that configure the runtime of every measured process; of their values those that are
    /// settings, and <c>(not recorded)</c> for what may name a place of the machine.
    /// </summary>
    public required IReadOnlyDictionary<string, string> RuntimeVariables { get; init; }

    /// <summary>
    /// The commit that was measured, with <c>+</c> where the checkout had changes; null outside a checkout.
    /// </summary>
    public required string? Commit { get; init; }

    /// <summary>Which process ran on which processor.</summary>
    public required ProcessorPlan Pinning { get; init; }

    /// <summary>The options and the seed.</summary>
    public required RunPlan Plan { get; init; }

    /// <summary>A short name of the machine's kind for folder names: processor and count, never a host name.</summary>
    public string MachineName() =>
        string.Join('-', Cpu.ToLowerInvariant().Split(
            [' ', '(', ')', '@', '/', '\\', '_', '.', '-', ','], StringSplitOptions.RemoveEmptyEntries).Take(3))
        + $"-{Processors}c";

    /// <summary>
    /// The runtime's name in comparisons: <c>dotnet-10</c> of <c>.NET 10.0.12</c>, <c>node-14</c> of
    /// <c>Node.js 14.0.0</c>.
    /// </summary>
    public string RuntimeName() =>
        (Runtime.StartsWith(NodePrefix, StringComparison.Ordinal) ? "node-" : "dotnet-")
        + Runtime.Split(' ')[^1].Split('.')[0];

    /// <summary>Looks at the machine.</summary>
    /// <param name="plan">What will be measured.</param>
    /// <param name="pinning">Which process will run where.</param>
    /// <param name="commit">The commit, see <see cref="Commit"/>.</param>
    /// <param name="time">Tells when.</param>
    public static EnvironmentManifest Observe(
        RunPlan plan, ProcessorPlan pinning, string? commit, TimeProvider time) =>
        new()
        {
            StartedAt = time.GetUtcNow(),
            Cpu = MachineFacts.Cpu(),
            Processor = ProcessorIdentity.Observe(),
            Processors = Environment.ProcessorCount,
            Os = RuntimeInformation.OSDescription,
            Architecture = RuntimeInformation.ProcessArchitecture.ToString(),
            Virtualisation = MachineFacts.Virtualisation(),
            StealSinceBoot = StealClock.Read().ShareSince(default),
            Runtime = RuntimeInformation.FrameworkDescription,
            RuntimeVariables = MachineFacts.RuntimeVariables(),
            Commit = commit,
            Pinning = pinning,
            Plan = plan,
        };

    /// <summary>The same for a run whose server is Node's.</summary>
    /// <param name="version">Node's version, such as <c>14.0.0</c>.</param>
    public EnvironmentManifest OnNode(string version) => this with
    {
        Runtime = NodePrefix + version,
        GcMode = "V8's own",
    };

    /// <summary>Writes it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, IndentedOptions) + "\n";

    /// <summary>Reads it.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    /// <exception cref="JsonException">It is something else.</exception>
    public static EnvironmentManifest FromJson(string json)
    {
        var manifest = JsonNode.Parse(json);
        if (manifest?["plan"] is JsonObject plan)
            OldRuns.Upgrade(plan);
        return manifest.Deserialize<EnvironmentManifest>(ObservationJson.Options)
            ?? throw new JsonException("the manifest is null");
    }
}
