using ContextBench.Analysis.Files;

namespace ContextBench.Analysis.History;

/// <summary>The A/A comparison of one run on one tier, as its <c>comparisons.json</c> has it.</summary>
public sealed record ControlResult
{
    private const string Control = "control"; // the published name, which every study's control has

    /// <summary>
    /// The profiles that use the instrument as it is: smoke runs, sweeps, reproductions and comparisons of engines have
    /// other lengths, settings or runtimes.
    /// </summary>
    public static IReadOnlyList<string> Profiles { get; } = ["quick", "full", "calibrate"];

    /// <summary>The run's folder.</summary>
    public required string Run { get; init; }

    /// <summary>When the run started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The run's profile.</summary>
    public required string Profile { get; init; }

    /// <summary>The machine's processor.</summary>
    public required string Cpu { get; init; }

    /// <summary>Its number of logical processors.</summary>
    public required int Processors { get; init; }

    /// <summary>The tier.</summary>
    public required string Tier { get; init; }

    /// <summary>Launches counted.</summary>
    public required int Launches { get; init; }

    /// <summary>The control's overhead over the baseline, in percent.</summary>
    public required double Percent { get; init; }

    /// <summary>The lower bound of its 95 % interval, in percent.</summary>
    public required double Low { get; init; }

    /// <summary>The upper bound.</summary>
    public required double High { get; init; }

    /// <summary>Which processor it was (<see cref="ProcessorIdentity"/>); null where it was not recorded.</summary>
    public string? Processor { get; init; }

    /// <summary>Half the width of the interval, in percent.</summary>
    public double HalfWidth => (High - Low) / 2;

    /// <summary>Whether the interval contains 0, as that of an A/A comparison should.</summary>
    public bool ContainsZero => Low <= 0 && High >= 0;

    /// <summary>
    /// Reads the results of the instrument's own way of measuring, all variants in one process, with the article's
    /// request, of all runs below a folder, the oldest first.
    /// </summary>
    /// <param name="root">The folder; there may be none. What in it is no whole report tells nothing.</param>
    /// <param name="workload">The article's request, as comparisons have it.</param>
    /// <param name="baseline">The baseline of the study whose control is asked for.</param>
    /// <param name="skipped">Takes each folder and file that cannot be read.</param>
    public static IReadOnlyList<ControlResult> ReadAll(
        string root, string workload, string baseline, Action<string> skipped) =>
    [
        .. KeptFiles.Find(root, KeptFiles.Comparisons, skipped)
            .SelectMany(file => Of(file, KeptReport.Read(file, skipped), workload, baseline))
            .OrderBy(result => result.StartedAt)
            .ThenBy(result => result.Tier, StringComparer.Ordinal),
    ];

    /// <summary>Reads those of <see cref="Profiles"/> that are published: see <see cref="ReadAll"/>.</summary>
    /// <param name="root">The folder; there may be none.</param>
    /// <param name="except">A folder in it whose runs are not published; null for none.</param>
    /// <param name="workload">The article's request, as comparisons have it.</param>
    /// <param name="baseline">The baseline of the study whose control is asked for.</param>
    /// <param name="skipped">Takes each folder and file that cannot be read.</param>
    public static IReadOnlyList<ControlResult> ReadPublished(
        string root, string? except, string workload, string baseline, Action<string> skipped) =>
    [
        .. ReadAll(root, workload, baseline, skipped).Where(result => Profiles.Contains(result.Profile)
            && (except is null
                || !result.Run.StartsWith(except + Path.DirectorySeparatorChar, StringComparison.Ordinal))),
    ];

    private static IEnumerable<ControlResult> Of(string file, KeptReport? report, string workload, string baseline)
    {
        if (report is not { Run: { Cpu: { } cpu, Profile: { } profile } run, Comparisons: { } comparisons })
            return [];

        // Runs of early versions have no total; their time is the nearest to it.
        return
        [
            .. comparisons
                .Where(comparison => comparison is { Candidate: Control, Tier: not null }
                    && comparison is { OverheadPercent: not null, Low: not null, High: not null }
                    && comparison is { Engine: null or EngineNames.Paired, Residency: null or "together" }
                    && (comparison.Baseline ?? baseline) == baseline && (comparison.Workload ?? workload) == workload)
                .GroupBy(comparison => comparison.Tier!)
                .Select(tier => tier.FirstOrDefault(comparison => comparison.Metric == Metric.Total)
                    ?? tier.FirstOrDefault(comparison => comparison.Metric == Metric.Time))
                .OfType<KeptReport.Comparison>()
                .Select(control => new ControlResult
                {
                    Run = Path.GetDirectoryName(file)!,
                    StartedAt = run.StartedAt,
                    Profile = profile,
                    Cpu = cpu,
                    Processors = run.Processors,
                    Tier = control.Tier!,
                    Launches = control.Launches,
                    Percent = control.OverheadPercent!.Value,
                    Low = control.Low!.Value,
                    High = control.High!.Value,
                    Processor = run.Processor,
                }),
        ];
    }
}
