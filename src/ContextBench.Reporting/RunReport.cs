using ContextBench.Handlers;
using ContextBench.Measurement.Machine;
using ContextBench.Measurement.Runs;
using ContextBench.Reporting.Certificates;
using ContextBench.Reporting.Machines;
using ContextBench.Statistics;

namespace ContextBench.Reporting;

/// <summary>All that the reports of a run say.</summary>
/// <param name="Environment">What was measured, on what.</param>
/// <param name="Tiers">Every tier that was planned.</param>
/// <param name="Micro">What the micro-benchmarks say.</param>
public sealed record RunReport(EnvironmentManifest Environment, IReadOnlyList<TierReport> Tiers, MicroReport Micro)
{
    /// <summary>What is known of this instrument on the run's machine.</summary>
    public CertificateNote Certificate { get; init; } = CertificateNote.None;

    /// <summary>How the run stands beside those that were published.</summary>
    public MachineStanding Standing { get; init; } = MachineStanding.None;

    /// <summary>The tiers, the one nearest to what a team runs first.</summary>
    public IEnumerable<TierReport> NearestFirst => Tiers.Reverse();

    /// <summary>The tier nearest to what a team runs that has an answer; null where none has.</summary>
    public TierReport? Nearest => NearestFirst.FirstOrDefault(tier => tier.Headline is not null);

    /// <summary>
    /// The collector's mode, as the launches reported it; null where they do not. More than one where they differ.
    /// </summary>
    public string? Collector { get; init; }

    /// <summary>The runtime, and its collector where the launches or the manifest tell it.</summary>
    public string RuntimeAndCollector => (Collector ?? Environment.GcMode) is { } mode
        ? $"{Environment.Runtime}, {mode} collector"
        : Environment.Runtime;

    /// <summary>Every comparison, those of the micro-benchmarks last.</summary>
    public IEnumerable<Comparison> Comparisons =>
        Tiers.SelectMany(tier => tier.Comparisons).Concat(Micro.Comparisons);

    /// <summary>Whether a validity check fired anywhere.</summary>
    public bool IsInvalid => Tiers.Any(tier => tier.IsInvalid);
}

/// <summary>One tier of a run.</summary>
public sealed record TierReport
{
    /// <summary>What was planned.</summary>
    public required TierPlan Plan { get; init; }

    /// <summary>How load was made and counted.</summary>
    public LoadPlan Load { get; init; } = new();

    /// <summary>Every candidate in every metric; empty where fewer than two launches counted.</summary>
    public required IReadOnlyList<Comparison> Comparisons { get; init; }

    /// <summary>Launches that count.</summary>
    public required int CountedLaunches { get; init; }

    /// <summary>
    /// Operations per slice: fewer than planned where operations are slow; null where there were no slices.
    /// </summary>
    public int? SliceOperations { get; init; }

    /// <summary>Whether a validity check fired.</summary>
    public required bool IsInvalid { get; init; }

    /// <summary>
    /// The share of the measured time in which the process under test used its processor, 0 to 1; the median launch's.
    /// </summary>
    public double? BusyShare { get; init; }

    /// <summary>
    /// The generator's CPU time per request, in µs, the median launch's; null on a tier without a generator.
    /// </summary>
    public double? GeneratorCpuUs { get; init; }

    /// <summary>
    /// The largest share of the machine's time that was stolen in a launch, 0 to 1; null where not known.
    /// </summary>
    public required double? MostSteal { get; init; }

    /// <summary>
    /// The share of an open loop's rate that was reached, 0 to 1, by the variant that reached the least; null for a
    /// closed loop.
    /// </summary>
    public double? ReachedShare { get; init; }

    /// <summary>What collecting costs by allocated byte, in ns; the median launch's.</summary>
    public double? CollectionNsPerByte { get; init; }

    /// <summary>
    /// The share of slices that a collection fell into or that came shortly after one and that are left out, 0 to 1;
    /// the median launch's.
    /// </summary>
    public double? DisturbedShare { get; init; }

    /// <summary>
    /// What was still compiled while blocks ran, and whether it mattered; null where it is not known.
    /// </summary>
    public Drift? Drift { get; init; }

    /// <summary>
    /// What each variant's slices leave behind for the next; empty where the orders or the launches cannot tell.
    /// </summary>
    public IReadOnlyList<Predecessor> Predecessors { get; init; } = [];

    /// <summary>What each launch says, of which the comparisons are made.</summary>
    public required IReadOnlyList<LaunchValue> Launches { get; init; }

    /// <summary>Warnings about the tier as a whole.</summary>
    public required IReadOnlyList<Warning> Warnings { get; init; }

    /// <summary>Finds a comparison.</summary>
    /// <param name="candidate">The candidate's name.</param>
    /// <param name="metric">The metric's name.</param>
    public Comparison? Find(string candidate, string metric) =>
        Comparisons.FirstOrDefault(comparison => comparison.Candidate == candidate && comparison.Metric == metric);

    /// <summary>The candidate that the question is about: the first that is no control.</summary>
    public string? Headline => Candidates.FirstOrDefault();

    /// <summary>The candidates but the control, in the order of the run.</summary>
    public IEnumerable<string> Candidates => Comparisons
        .Select(comparison => comparison.Candidate)
        .Where(name => name != VariantCatalogue.Control.Name)
        .Distinct();

    /// <summary>The metric that the verdict is about.</summary>
    public string JudgedMetric { get; init; } = Metric.Total;

    /// <summary>The A/A comparison.</summary>
    public Comparison? Control => Find(VariantCatalogue.Control.Name, JudgedMetric);
}

/// <summary>What a variant's slices leave behind: how much dearer the slice after one of them is.</summary>
/// <param name="Variant">The variant.</param>
/// <param name="Percent">Against a slice after the others, in percent.</param>
/// <param name="Low">The lower bound of its 95 % interval, in percent.</param>
/// <param name="High">The upper bound.</param>
/// <param name="IsShown">Whether it differs from 0 at all, adjusted for the number of variants.</param>
public sealed record Predecessor(string Variant, double Percent, double Low, double High, bool IsShown);

/// <summary>What one launch says of a candidate in a metric.</summary>
/// <param name="Launch">The launch's number within its tier, from 1.</param>
/// <param name="Seed">The launch's seed.</param>
/// <param name="Candidate">The candidate.</param>
/// <param name="Metric">See <see cref="Reporting.Metric"/>.</param>
/// <param name="Estimate">The launch's estimate.</param>
public sealed record LaunchValue(int Launch, int Seed, string Candidate, string Metric, LaunchEstimate Estimate);
