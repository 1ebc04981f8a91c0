using ContextBench.Analysis.Comparisons;

namespace ContextBench.Analysis.Reproduction;

/// <summary>
/// A part of a reproduction: one runtime, in one process or in several, at one point, by one engine.
/// </summary>
/// <param name="Folder">The name of its folder.</param>
/// <param name="Point">What its requests are, and how expensive.</param>
/// <param name="Run">Its run, every variant against <c>classic</c>.</param>
/// <param name="AgainstNoId">
/// Every variant against <c>no-id</c>: what the article measured; null where <c>no-id</c> was not measured.
/// </param>
public sealed record ReproductionPart(string Folder, ReproductionPoint Point, RunResult Run, TierResult? AgainstNoId)
{
    /// <summary>What was measured, on what.</summary>
    public EnvironmentManifest Environment => Run.Environment;

    /// <summary>Every variant against <c>classic</c>: what the article describes.</summary>
    /// <remarks>The last tier is the one nearest to what a team runs; a part has no other.</remarks>
    public TierResult AgainstClassic => Run.Tiers[^1];

    /// <summary>Whether the server was Node's.</summary>
    public bool IsNode => Environment.RuntimeName().StartsWith("node-", StringComparison.Ordinal);

    /// <summary>Where the variants lived.</summary>
    public Residency Residency => Environment.Plan.Load.Residency;

    /// <summary>What made the load, see <see cref="EngineNames"/>.</summary>
    public string Engine => Environment.Plan.Load.Engine;

    /// <summary>Whether that was this project's own engine.</summary>
    public bool IsPaired => Engine == EngineNames.Paired;

    /// <summary>
    /// The runtime for people, with the engine where it is another than this project's own: <c>Node.js 14.0.0</c>,
    /// whose variants always live apart, <c>.NET 10.0.12 (apart)</c> or <c>Node.js 14.0.0, by wrk</c>.
    /// </summary>
    public string Name => (IsNode && Residency == Residency.Apart
        ? Environment.Runtime
        : $"{Environment.Runtime} ({Residency.ToString().ToLowerInvariant()})") + (IsPaired ? "" : $", by {Engine}");

    /// <summary>What a request of the baseline cost the server, launch by launch, of those that count.</summary>
    public IReadOnlyList<LaunchCpu> Launches { get; init; } = [];

    /// <summary>
    /// How near the launches came to what a request of the baseline was to cost; null where nothing was asked for, or
    /// no launch tells.
    /// </summary>
    public AimedCost? Aim => Environment.Plan.BaselineCpuUs is { } us && Launches is not []
        ? new AimedCost(us, Launches)
        : null;

    /// <summary>
    /// What a request of <c>classic</c> cost the server, in µs of CPU time; null where it is not known.
    /// </summary>
    public double? BaselineCpuUs =>
        AgainstClassic.Comparisons.FirstOrDefault(comparison => comparison.Metric == Metric.Cpu)?.BaselineValue;

    /// <summary>Both reports.</summary>
    public IEnumerable<TierResult> Tiers =>
        AgainstNoId is { } againstNoId ? [AgainstClassic, againstNoId] : [AgainstClassic];

    /// <summary>
    /// The ambient variants, in <see cref="Metric.Total"/>, against <c>no-id</c> and then against <c>classic</c>; none
    /// where fewer than two launches count.
    /// </summary>
    public IEnumerable<Comparison> Pairs =>
        from tier in Tiers.Reverse()
        from candidate in Environment.Plan.Study.Variants
        where candidate.Role == VariantRole.Candidate
        let total = tier.Find(candidate.Name, Metric.Total)
        where total is not null
        select total;

    /// <summary>Those of <see cref="Pairs"/> with the idiomatic ambient variant, which is a study's first.</summary>
    public IEnumerable<Comparison> IdiomaticPairs
    {
        get
        {
            var idiomatic = Environment.Plan.Study.Variants.First(variant => variant.Role == VariantRole.Candidate);
            return Pairs.Where(pair => pair.Candidate == idiomatic.Name);
        }
    }

    /// <summary>Reads and analyses a part.</summary>
    /// <param name="directory">Its folder.</param>
    /// <returns>The part, or null where the folder holds none.</returns>
    /// <exception cref="StorageException">A file cannot be read, or is not what it should be.</exception>
    public static ReproductionPart? Read(RunDirectory directory)
    {
        if (ReadEnvironment(directory) is not { Plan.Point: { } name } environment)
            return null;

        var point = ReproductionPoint.Find(name) ?? throw new StorageException(
            $"{directory.EnvironmentFile} names the point '{name}', which is none of " +
            string.Join(", ", ReproductionPoint.All.Select(known => known.Name)));
        var observations = directory.ReadObservations();
        var noId = environment.Plan.Study.Variants.FirstOrDefault(variant => variant.Role == VariantRole.WithoutId);
        return new ReproductionPart(
            Path.GetFileName(directory.Path), point, RunAnalysis.Of(environment, observations),
            noId is null ? null : RunAnalysis.Of(environment, observations, noId.Name).Tiers[^1])
        {
            Launches = LaunchCpu.Of(environment.Plan, observations),
        };
    }

    private static EnvironmentManifest? ReadEnvironment(RunDirectory directory)
    {
        try
        {
            return File.Exists(directory.EnvironmentFile) ? directory.ReadEnvironment() : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new StorageException($"{directory.EnvironmentFile} cannot be read: {exception.Message}", exception);
        }
    }
}
