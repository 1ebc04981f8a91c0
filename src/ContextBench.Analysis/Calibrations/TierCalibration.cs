using System.Text.Json.Serialization;

namespace ContextBench.Analysis.Calibrations;

/// <summary>What independent runs of known costs prove of the instrument on one tier.</summary>
public sealed record TierCalibration
{
    /// <summary>A cost counts as found where it is found in so many of the runs: 16 of 20.</summary>
    public const double FoundShare = 0.8;

    /// <summary>Recovered against injected CPU work: 1 where a cost comes out as it is; the mean over runs.</summary>
    public required double Slope { get; init; }

    /// <summary>The lower bound of the slope's 95 % interval; Student's t over runs.</summary>
    public required double SlopeLow { get; init; }

    /// <summary>The upper bound.</summary>
    public required double SlopeHigh { get; init; }

    /// <summary>The share of 95 % intervals that hold the truth, all injected costs of all runs, 0 to 1.</summary>
    public required double Coverage { get; init; }

    /// <summary>How many intervals that is of.</summary>
    public required int Intervals { get; init; }

    /// <summary>Runs in which the interval of the arm without an injected cost excludes 0.</summary>
    public required int FalseAlarms { get; init; }

    /// <summary>Runs with such an arm.</summary>
    [JsonPropertyName("zeroDoseRuns")]
    public required int RunsWithoutCost { get; init; }

    /// <summary>
    /// The smallest cost, in percent of the baseline's cost as it was injected, that <see cref="FoundShare"/> of the
    /// runs found, as they did all larger ones; null where there is none.
    /// </summary>
    [JsonPropertyName("smallestDosePercent")]
    public required double? SmallestCostPercent { get; init; }

    /// <summary>What that cost came out as, in percent, the mean over runs; null where there is none.</summary>
    [JsonPropertyName("smallestDoseRecoveredPercent")]
    public double? SmallestCostRecoveredPercent { get; init; }

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
    public bool IsInvalid => ValidityChecks.ConcernsMost(InvalidRuns + RunsLeftOut, RunsWithoutCost + RunsLeftOut);

    /// <summary>The runs.</summary>
    [JsonIgnore]
    public IReadOnlyList<CalibrationRun> Runs { get; init; } = [];

    /// <summary>Sums up the runs of a tier.</summary>
    /// <param name="runs">The runs, two or more.</param>
    /// <param name="leftOut">How many there were besides, which cannot be part of it.</param>
    public static TierCalibration Of(IReadOnlyList<CalibrationRun> runs, int leftOut = 0)
    {
        double[] slopes =
        [
            .. runs.Select(run => RecoverySlope.Of(
                [.. run.Costs.Select(cost => cost.InjectedPercent)],
                [.. run.Costs.Select(cost => cost.RecoveredPercent)])),
        ];
        var slope = MeanInterval.Of(slopes, VerdictRule.DifferenceConfidence);
        var costs = runs.SelectMany(run => run.Costs).ToArray();
        var none = costs.Where(cost => cost.NominalPercent == 0).ToArray();
        var smallest = Smallest(costs);
        return new TierCalibration
        {
            Slope = slopes.Average(),
            SlopeLow = slope.Low,
            SlopeHigh = slope.High,
            Coverage = costs.Average(cost => cost.IsCovered ? 1.0 : 0),
            Intervals = costs.Length,
            FalseAlarms = none.Count(cost => cost.ExcludesZero),
            RunsWithoutCost = none.Length,
            SmallestCostPercent = Rounded(smallest?.Average(run => run.InjectedPercent)),
            SmallestCostRecoveredPercent = Rounded(smallest?.Average(run => run.RecoveredPercent)),
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
            HalfWidthPercent = Median.Of(none.Select(cost => (cost.High - cost.Low) / 2)),
            Runs = runs,
        };
    }

    private static double? Rounded(double? percent) => percent is { } value ? Math.Round(value, 2) : null;

    private static IGrouping<double, RecoveredCost>? Smallest(IEnumerable<RecoveredCost> costs) => costs
        .Where(cost => cost.NominalPercent > 0)
        .GroupBy(cost => cost.NominalPercent)
        .OrderByDescending(cost => cost.Key)
        .TakeWhile(cost => cost.Average(run => run.IsFound ? 1.0 : 0) >= FoundShare)
        .LastOrDefault();
}
