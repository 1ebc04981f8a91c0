namespace ContextBench.Analysis.Results;

/// <summary>One tier of a run.</summary>
public sealed record TierResult
{
    /// <summary>The <see cref="BusyShare"/> below which waiting hides costs.</summary>
    public const double LeastBusyShare = 0.8;

    /// <summary>What was planned.</summary>
    public required TierPlan Plan { get; init; }

    /// <summary>The study, whose variants have their roles.</summary>
    public required StudyFacts Study { get; init; }

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
        .Where(name => name != Study.Control)
        .Distinct();

    /// <summary>The metric that the verdict is about.</summary>
    public string JudgedMetric { get; init; } = Metric.Total;

    /// <summary>The A/A comparison.</summary>
    public Comparison? Control => FindControl(JudgedMetric);

    /// <summary>Finds the A/A comparison in a metric.</summary>
    /// <param name="metric">The metric's name.</param>
    public Comparison? FindControl(string metric) => Study.Control is { } control ? Find(control, metric) : null;
}

/// <summary>
/// Whether warming up was over when blocks began: how far a candidate's overhead moved from the first half of the
/// blocks to the second, and how many methods the JIT still compiled meanwhile.
/// </summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Percent">Its overhead in the second half less that in the first, in percent; the mean launch's.</param>
/// <param name="Low">The lower bound of its 95 % interval, in percent; Student's t over launches.</param>
/// <param name="High">The upper bound.</param>
/// <param name="FewestMethods">Methods compiled while blocks ran, in the launch with the fewest.</param>
/// <param name="MostMethods">The same, in the launch with the most.</param>
public sealed record Drift(
    string Candidate, double Percent, double Low, double High, long FewestMethods, long MostMethods);

/// <summary>What a variant's slices leave behind: how much more expensive the slice after one of them is.</summary>
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
/// <param name="Metric">See <see cref="Results.Metric"/>.</param>
/// <param name="Estimate">The launch's estimate.</param>
public sealed record LaunchValue(int Launch, int Seed, string Candidate, string Metric, LaunchEstimate Estimate);
