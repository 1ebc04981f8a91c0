namespace ContextBench.Analysis.Results;

/// <summary>
/// A candidate against the baseline in one metric: an element of <c>comparisons.json</c>, whose form is a contract.
/// Null stands for what does not apply: percentages where the baseline is 0, a verdict on a metric that is not tested.
/// </summary>
public sealed record Comparison
{
    /// <summary>What made the load: <c>paired</c>.</summary>
    public required string Engine { get; init; }

    /// <summary>The runtime under test: <c>dotnet-10</c>.</summary>
    public required string Runtime { get; init; }

    /// <summary>The tier.</summary>
    public required string Tier { get; init; }

    /// <summary><c>together</c>: all variants in one process.</summary>
    public required string Residency { get; init; }

    /// <summary>What a request did, as <c>emails=3 send=yield work-us=0 sink=null</c>.</summary>
    public required string Workload { get; init; }

    /// <summary>Connections that carried the requests; 1 on a tier without connections.</summary>
    public required int Connections { get; init; }

    /// <summary>The baseline's name.</summary>
    public required string Baseline { get; init; }

    /// <summary>The candidate's name.</summary>
    public required string Candidate { get; init; }

    /// <summary>What is compared, see <see cref="Metric"/>.</summary>
    public required string Metric { get; init; }

    /// <summary>The unit of the values and of their difference.</summary>
    public required string Unit { get; init; }

    /// <summary>The baseline's value per operation, or operations per second for a throughput.</summary>
    public required double BaselineValue { get; init; }

    /// <summary>The candidate's value: the baseline's, changed by the overhead.</summary>
    public required double CandidateValue { get; init; }

    /// <summary>Candidate less baseline.</summary>
    public required double Difference { get; init; }

    /// <summary>Lower bound of the difference at <see cref="Confidence"/>.</summary>
    public double? DifferenceLow { get; init; }

    /// <summary>Upper bound of the difference at <see cref="Confidence"/>.</summary>
    public double? DifferenceHigh { get; init; }

    /// <summary>
    /// Overhead in percent; positive where the candidate costs more (for a throughput, its time per operation).
    /// </summary>
    public double? OverheadPercent { get; init; }

    /// <summary>Lower bound of the overhead at <see cref="Confidence"/>, in percent.</summary>
    public double? Low { get; init; }

    /// <summary>Upper bound of the overhead at <see cref="Confidence"/>, in percent.</summary>
    public double? High { get; init; }

    /// <summary>Lower bound of the overhead at 90 %, in percent: what equivalence is decided on.</summary>
    public double? EquivalenceLow { get; init; }

    /// <summary>Upper bound of the overhead at 90 %, in percent: what equivalence is decided on.</summary>
    public double? EquivalenceHigh { get; init; }

    /// <summary>The confidence of the bounds, 0 to 1.</summary>
    public double Confidence { get; init; } = VerdictRule.DifferenceConfidence;

    /// <summary>Number of launches counted.</summary>
    public required int Launches { get; init; }

    /// <summary>
    /// Whether the overhead differs from 0 at all, adjusted for the number of candidates; null where not tested.
    /// </summary>
    public Direction? Direction { get; init; }

    /// <summary>What the overhead means against the margin; null where not tested.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>What a reader has to know beside the numbers.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>
    /// Sensitivity: the overhead in percent by the ratio of sums, from which nothing is trimmed; null where not tested.
    /// </summary>
    public double? UntrimmedPercent { get; init; }

    /// <summary>
    /// Sensitivity: lower bound of the overhead at <see cref="Confidence"/>, in percent, by Student's t on launch means
    /// that all count the same; null where not tested.
    /// </summary>
    public double? PlainLow { get; init; }

    /// <summary>Sensitivity: the upper bound that belongs to <see cref="PlainLow"/>.</summary>
    public double? PlainHigh { get; init; }

    /// <summary>
    /// Sensitivity: the two-sided p-value of a sign-flip permutation test over launches; null where not tested.
    /// </summary>
    public double? PermutationP { get; init; }

    /// <summary>
    /// The launches in all that a verdict would take, were they as these; null where there is one, or it would take
    /// more than 1000.
    /// </summary>
    public int? LaunchesNeeded { get; init; }
}
