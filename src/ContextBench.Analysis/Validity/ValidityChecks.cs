using ContextBench.Measurement.Runs;

namespace ContextBench.Analysis.Validity;

/// <summary>What is looked for before a tier is judged, each check with the warning that it says.</summary>
/// <remarks>
/// <para>Three of the checks ask every launch that counts: whether it was steady, whether the generator limited it, and
/// whether it has blocks enough for an error of its own. They make the tier <see cref="Verdict.Invalid"/> where they
/// concern more than half of the launches, the last also where a launch has no block at all: what is said of the median
/// launch is then wrong. A minority is a warning, since launches are weighed by their precision, and none is dropped
/// for what it showed.</para>
/// <para>Launches that failed, for an error or for unequal bytes, are not counted. They make the tier invalid where
/// they are half or more of the finished ones, where they leave fewer than two, or where the last three in a row are
/// among them, so that the run was given up: those that were left over are then hardly a fair sample.</para>
/// <para>The other checks are about the tier as a whole, and always make it invalid: any clock that went backwards, an
/// A/A interval of what the verdict is about that lies wholly beyond the margin, stolen time that fell unevenly by more
/// than the margin (<see cref="StealCheck"/>), and an open loop's rate that was not reached.</para>
/// </remarks>
internal static class ValidityChecks
{
    // Trimming a fifth off each end of less leaves hardly any.
    private const int FewestBlocks = 10;

    /// <summary>Whether so many of the launches that count, or of a calibration's runs, are too many.</summary>
    public static bool ConcernsMost(int concerned, int counted) => 2 * concerned > counted;

    /// <summary>
    /// Launches that failed: a server that died, an answer of other bytes, a variant whose log or answer is not the
    /// baseline's.
    /// </summary>
    /// <param name="finished">The records of the launches that were finished, in order.</param>
    /// <param name="counted">How many count.</param>
    public static Finding? Faults(IReadOnlyList<LaunchObservation> finished, int counted)
    {
        string[] faults = [.. finished.Select(record => record.Fault).OfType<string>()];
        var lastOnes = finished.TakeLast(Runner.MostFaultsInARow).Count(record => record.Fault is not null);
        return OfLaunches(
            faults.Length, finished.Count, "faulted-launches",
            $"failed and are not counted: mend what they say and measure again; the last one: {faults.LastOrDefault()}",
            2 * faults.Length >= finished.Count
                || counted < OverheadEstimate.FewestLaunches
                || lastOnes == Runner.MostFaultsInARow);
    }

    /// <summary>
    /// Clocks that went backwards (<see cref="Clock"/>): one such time is enough, since it says that no other can be
    /// trusted.
    /// </summary>
    /// <param name="backwards">Of each launch that counts, how many such times it has.</param>
    /// <param name="what">What was measured, in the plural: slices, windows or arms.</param>
    public static Finding? ClockBackwards(IReadOnlyCollection<int> backwards, string what)
    {
        var launches = backwards.Count(times => times > 0);
        return launches == 0
            ? null
            : new Finding(
                "clock-backwards",
                $"a clock went backwards in {launches} of {backwards.Count} launches ({what}: {backwards.Sum()}), so " +
                "no time here can be trusted: measure on another machine, or with another clock source of its kernel",
                IsInvalid: true);
    }

    /// <summary>Launches whose warm-up reached its limit before slices and the JIT stood still.</summary>
    /// <param name="counted">The records of the launches that count, of an engine that records it.</param>
    public static Finding? NotSteady(IReadOnlyCollection<LaunchObservation> counted) => OfLaunches(
        counted.Count(record => !record.Steady), counted.Count, "not-steady",
        "were not steady when warming up ended (still getting faster, still compiling, or too few rounds to tell): " +
        "use a longer profile (--profile full)");

    /// <summary>
    /// Launches in which the generator used more CPU time than the process under test: it then measured itself.
    /// </summary>
    /// <param name="counted">
    /// Of each launch that counts, the CPU time per request of the generator and of the process under test, in µs; null
    /// where it is not known.
    /// </param>
    public static Finding? GeneratorLimited(IReadOnlyCollection<(double? GeneratorUs, double? UnderTestUs)> counted) =>
        OfLaunches(
            counted.Count(launch => launch.GeneratorUs > launch.UnderTestUs), counted.Count, "generator-limited",
            "measured the generator, which used more CPU than the server: make requests dearer (--work-us)");

    /// <summary>
    /// Launches with too few blocks for an error of their own, which is estimated from the spread between batches.
    /// </summary>
    /// <remarks>Blocks that are left out, for a collection say, are part of no estimate and do not count.</remarks>
    /// <param name="counted">The launches that count.</param>
    /// <param name="contrast">What is compared with what.</param>
    public static Finding? TooFewBlocks(IReadOnlyCollection<CountedLaunch> counted, Contrast contrast)
    {
        (int Blocks, int Batches)[] few =
        [
            .. from launch in counted
               let usable = contrast.Candidates.Select(candidate => launch.Usable(contrast.Baseline, candidate))
                   .Where(usable => usable.Blocks < FewestBlocks || usable.Batches < LaunchPlan.FewestBatches)
               where usable.Any()
               select usable.Min(),
        ];
        var fewest = few.DefaultIfEmpty().Min();
        return OfLaunches(
            few.Length, counted.Count, "too-few-blocks",
            $"have too few blocks for an error of their own, the fewest {fewest.Blocks} in {fewest.Batches} " +
            $"batch{(fewest.Batches == 1 ? "" : "es")}, of at least {FewestBlocks} in {LaunchPlan.FewestBatches}: " +
            "use a longer --profile, fewer --variants or a shorter --slice",
            ConcernsMost(few.Length, counted.Count) || fewest.Blocks == 0);
    }

    /// <summary>An open loop that did not send its requests at the rate asked for: the server was overloaded.</summary>
    /// <param name="reached">The share of the rate that was reached, 0 to 1; null where no launch counts.</param>
    public static Finding? RateNotReached(double? reached) => reached < WindowObservation.ReachedShare
        ? new Finding(
            "rate-not-reached",
            $"only {reached:P1} of the rate was reached: latencies say how overloaded the server was; " +
            "ask for less (--rate)",
            IsInvalid: true)
        : null;

    /// <summary>What the A/A comparison of a metric shows: a difference where there is none.</summary>
    /// <param name="metric">The metric's name.</param>
    /// <param name="outcome">What its A/A comparison shows; null where there is none.</param>
    /// <param name="isJudged">Whether the verdict is about this metric: no other makes a tier invalid.</param>
    public static Finding? NoiseFloor(string metric, ControlOutcome? outcome, bool isJudged) => outcome switch
    {
        ControlOutcome.ExcludesZero => new Finding(
            "control-excludes-zero",
            $"the A/A interval of {metric} excludes 0: an overhead as small as the control's is noise here",
            IsInvalid: false),
        ControlOutcome.BeyondMargin => new Finding(
            "control-beyond-margin",
            $"the A/A interval of {metric} lies wholly beyond the margin: measure again on a quieter machine",
            isJudged),
        _ => null,
    };

    private static Finding? OfLaunches(int concerned, int of, string code, string what, bool? isInvalid = null) =>
        concerned == 0
            ? null
            : new Finding(code, $"{concerned} of {of} launches {what}", isInvalid ?? ConcernsMost(concerned, of));
}
