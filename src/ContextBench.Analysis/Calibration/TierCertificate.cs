using System.Text.Json.Serialization;

namespace ContextBench.Analysis.Calibration;

/// <summary>What independent runs of known doses prove of the instrument on one tier.</summary>
public sealed record TierCertificate
{
    /// <summary>A dose counts as found where it is found in so many of the runs: 16 of 20.</summary>
    public const double FoundShare = 0.8;

    /// <summary>Recovered against injected CPU work: 1 where a cost comes out as it is; the mean over runs.</summary>
    public required double Slope { get; init; }

    /// <summary>The lower bound of the slope's 95 % interval; Student's t over runs.</summary>
    public required double SlopeLow { get; init; }

    /// <summary>The upper bound.</summary>
    public required double SlopeHigh { get; init; }

    /// <summary>The share of 95 % intervals that hold the truth, all doses of all runs, 0 to 1.</summary>
    public required double Coverage { get; init; }

    /// <summary>How many intervals that is of.</summary>
    public required int Intervals { get; init; }

    /// <summary>Runs in which the interval of the arm without a dose excludes 0.</summary>
    public required int FalseAlarms { get; init; }

    /// <summary>Runs with such an arm.</summary>
    public required int ZeroDoseRuns { get; init; }

    /// <summary>
    /// The smallest dose, in percent of the baseline's cost as it was injected, that <see cref="FoundShare"/> of the
    /// runs found, as they did all larger ones; null where there is none.
    /// </summary>
    public required double? SmallestDosePercent { get; init; }

    /// <summary>What that dose came out as, in percent, the mean over runs; null where there is none.</summary>
    public double? SmallestDoseRecoveredPercent { get; init; }

    /// <summary>The largest error of recovered bytes in any run, in bytes an operation.</summary>
    public required double? MostBytesOff { get; init; }

    /// <summary>Runs that warned of <c>tail</c> where a few requests cost many times as much.</summary>
    public required int TailWarnings { get; init; }

    /// <summary>Arms without such requests that were warned of as <c>tail</c>, in all runs.</summary>
    public int TailFalseAlarms { get; init; }

    /// <summary>How many arms without such requests there were, in all runs.</summary>
    public int ArmsWithoutTail { get; init; }

    /// <summary>The baseline's <c>total</c>, in µs an operation, the mean over runs; null where not known.</summary>
    public double? BaselineUs { get; init; }

    /// <summary>Operations of a slice, which the width of intervals depends on; null where not known.</summary>
    public int? SliceOperations { get; init; }

    /// <summary>Connections, the same; null where not known.</summary>
    public int? Connections { get; init; }

    /// <summary>Runs in which a validity check made the verdict invalid; they count as any other.</summary>
    public int InvalidRuns { get; init; }

    /// <summary>Runs that are no part of this: not finished, or too few of their launches count.</summary>
    public int RunsLeftOut { get; init; }

    /// <summary>Half the width of the A/A interval, in percent; the median run's.</summary>
    public required double HalfWidthPercent { get; init; }

    /// <summary>Whether most of its runs are invalid or left out, so that it proves nothing.</summary>
    [JsonIgnore]
    public bool IsInvalid => ValidityPolicy.ConcernsMost(InvalidRuns + RunsLeftOut, ZeroDoseRuns + RunsLeftOut);

    /// <summary>The runs.</summary>
    [JsonIgnore]
    public IReadOnlyList<DosedRun> Runs { get; init; } = [];

    /// <summary>Sums up the runs of a tier.</summary>
    /// <param name="runs">The runs, two or more.</param>
    /// <param name="leftOut">How many there were besides, which cannot be part of it.</param>
    public static TierCertificate Of(IReadOnlyList<DosedRun> runs, int leftOut = 0)
    {
        double[] slopes =
        [
            .. runs.Select(run => RecoverySlope.Of(
                [.. run.Doses.Select(dose => dose.InjectedPercent)],
                [.. run.Doses.Select(dose => dose.RecoveredPercent)])),
        ];
        var slope = MeanInterval.Of(slopes, VerdictRule.DifferenceConfidence);
        var doses = runs.SelectMany(run => run.Doses).ToArray();
        var none = doses.Where(dose => dose.NominalPercent == 0).ToArray();
        var smallest = Smallest(doses);
        return new TierCertificate
        {
            Slope = slopes.Average(),
            SlopeLow = slope.Low,
            SlopeHigh = slope.High,
            Coverage = doses.Average(dose => dose.IsCovered ? 1.0 : 0),
            Intervals = doses.Length,
            FalseAlarms = none.Count(dose => dose.ExcludesZero),
            ZeroDoseRuns = none.Length,
            SmallestDosePercent = Rounded(smallest?.Average(run => run.InjectedPercent)),
            SmallestDoseRecoveredPercent = Rounded(smallest?.Average(run => run.RecoveredPercent)),
            MostBytesOff = runs.SelectMany(run => run.Bytes)
                .Max(bytes => (double?)Math.Abs(bytes.Recovered - bytes.Injected)),
            TailWarnings = runs.Count(run => run.WarnsOfTail == true),
            TailFalseAlarms = runs.Sum(run => run.TailFalseAlarms),
            ArmsWithoutTail = runs.Sum(run => run.ArmsWithoutTail),
            BaselineUs = Rounded(runs.Average(run => run.BaselineUs)),
            SliceOperations = runs[0].Plan.SliceOperations,
            Connections = runs[0].Plan.Connections,
            InvalidRuns = runs.Count(run => run.Report.IsInvalid),
            RunsLeftOut = leftOut,
            HalfWidthPercent = Median.Of(none.Select(dose => (dose.High - dose.Low) / 2)),
            Runs = runs,
        };
    }

    private static double? Rounded(double? percent) => percent is { } value ? Math.Round(value, 2) : null;

    private static IGrouping<double, DoseResult>? Smallest(IEnumerable<DoseResult> doses) => doses
        .Where(dose => dose.NominalPercent > 0)
        .GroupBy(dose => dose.NominalPercent)
        .OrderByDescending(dose => dose.Key)
        .TakeWhile(dose => dose.Average(run => run.IsFound ? 1.0 : 0) >= FoundShare)
        .LastOrDefault();
}
