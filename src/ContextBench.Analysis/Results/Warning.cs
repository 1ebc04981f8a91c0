namespace ContextBench.Analysis.Results;

/// <summary>What a reader has to know beside the numbers: what was seen and what to do.</summary>
/// <param name="Code">Its permanent name.</param>
/// <param name="Text">One line.</param>
public sealed record Warning(string Code, string Text)
{
    /// <summary>The least share of the time in which a process under test has to be busy, 0 to 1.</summary>
    public const double LeastBusyShare = 0.8;

    /// <summary>Trimming leaves out rare large costs that the sums show.</summary>
    public static Warning Tail { get; } = new(
        "tail",
        "rare slices cost otherwise, by the untrimmed ratio or by the capped one: never Equivalent; " +
        "launches.csv has both");

    /// <summary>All variants shared a process, which hides what is paid later.</summary>
    public static Warning MixedProcess { get; } = new(
        "mixed-process", "costs after a request's end, but for GC, are shared by all: see --residency apart");

    /// <summary>The CPU clock does not move within a slice, so CPU time is not compared.</summary>
    public static Warning CoarseCpuClock { get; } = new(
        "coarse-cpu-clock",
        "this machine's CPU clock is coarser than a slice, so CPU time is not compared: use longer slices (--slice)");

    /// <summary>The A/A interval excludes 0.</summary>
    /// <param name="metric">In which metric.</param>
    public static Warning ControlExcludesZero(string metric) => new(
        "control-excludes-zero",
        $"the A/A interval of {metric} excludes 0: an overhead as small as the control's is noise here");

    /// <summary>The A/A interval lies wholly beyond the margin.</summary>
    /// <param name="metric">In which metric.</param>
    public static Warning ControlBeyondMargin(string metric) => new(
        "control-beyond-margin",
        $"the A/A interval of {metric} lies wholly beyond the margin: measure again on a quieter machine");

    /// <summary>Some launches' observations are incomplete.</summary>
    /// <param name="launches">How many.</param>
    /// <param name="of">Of how many.</param>
    public static Warning Incomplete(int launches, int of) => new(
        "incomplete-launches",
        $"the observations of {launches} of {of} launches are incomplete; they are not counted: measure again, or " +
        "restore the file");

    /// <summary>Some launches never became steady.</summary>
    /// <param name="launches">How many.</param>
    /// <param name="of">Of how many.</param>
    public static Warning NotSteady(int launches, int of) => new(
        "not-steady",
        $"{launches} of {of} launches were not steady when warming up ended (still getting faster, still compiling, " +
        "or too few rounds to tell): use a longer profile (--profile full)");

    /// <summary>In some launches the generator used more CPU per request than the server.</summary>
    /// <param name="launches">How many.</param>
    /// <param name="of">Of how many.</param>
    public static Warning GeneratorLimited(int launches, int of) => new(
        "generator-limited",
        $"{launches} of {of} launches measured the generator, which used more CPU than the server: make requests " +
        "dearer (--work-us)");

    /// <summary>A clock went backwards: it showed elapsed time of 0 or less, or CPU time below 0.</summary>
    /// <param name="times">How often.</param>
    /// <param name="what">In what it was seen, in the plural: slices, windows or arms.</param>
    /// <param name="launches">In how many launches.</param>
    /// <param name="of">Of how many.</param>
    public static Warning ClockBackwards(int times, string what, int launches, int of) => new(
        "clock-backwards",
        $"a clock went backwards in {launches} of {of} launches ({what}: {times}), so no time here can be trusted: " +
        "measure on another machine, or with another clock source of its kernel");

    /// <summary>Some launches have too few blocks for an error of their own.</summary>
    /// <param name="launches">How many.</param>
    /// <param name="of">Of how many.</param>
    /// <param name="fewest">The blocks and batches of the one that has the fewest.</param>
    internal static Warning TooFewBlocks(int launches, int of, UsableBlocks fewest) => new(
        "too-few-blocks",
        $"{launches} of {of} launches have too few blocks for an error of their own, the fewest {fewest.Blocks} in " +
        $"{fewest.Batches} batch{(fewest.Batches == 1 ? "" : "es")}, of at least {UsableBlocks.FewestBlocks} in " +
        $"{LaunchPlan.FewestBatches}: use a longer --profile, fewer --variants or a shorter --slice");

    /// <summary>Stolen time fell on one variant's slices more than on another's.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="ofCandidate">The share of its slices in which its process did not run, 0 to 1.</param>
    /// <param name="baseline">What it is compared with.</param>
    /// <param name="ofBaseline">The baseline's share, 0 to 1.</param>
    public static Warning UnevenSteal(string candidate, double ofCandidate, string baseline, double ofBaseline) => new(
        "uneven-steal",
        $"stolen CPU time fell unevenly: {candidate} did not run for {100 * ofCandidate:0.00} % of its slices, " +
        $"{baseline} for {100 * ofBaseline:0.00} %: measure again when the machine is quieter, or for longer");

    /// <summary>The process under test was idle too often for time to show its cost.</summary>
    /// <param name="busy">Its busy share, 0 to 1.</param>
    public static Warning Idle(double busy) => new(
        "idle",
        $"the process under test was idle for {1 - busy:P0} of the time, waiting for requests or a processor: " +
        "what it does meanwhile is not in its time, so look at CPU too");

    /// <summary>A variant's slices make the next slice more or less expensive by more than the margin.</summary>
    /// <param name="predecessor">The variant, and by how much.</param>
    public static Warning LeavesBehind(Predecessor predecessor) => new(
        "leaves-behind",
        $"a slice after {predecessor.Variant} costs {predecessor.Percent:+0.00;-0.00} % more than one after " +
        "the others: balanced orders cancel that, longer slices (--slice) make it smaller");

    /// <summary>Launches fall into a fast and a slow group.</summary>
    /// <param name="baseline">What the others are compared with.</param>
    /// <param name="groups">What its operation takes in the two, in µs.</param>
    public static Warning FallIntoTwo(string baseline, TwoGroups groups) => new(
        "two-groups",
        $"launches fall into two groups: {baseline} takes {groups.Low:0.00} µs in {groups.LowCount} of them and " +
        $"{groups.High:0.00} µs in {groups.HighCount}, so neither is the machine's speed: overheads are " +
        "compared within launches, but measure again, or with more --launches");

    /// <summary>An overhead moved by more than the margin while blocks ran.</summary>
    /// <param name="drift">By how much.</param>
    public static Warning Drifts(Drift drift) => new(
        "drifts",
        $"the overhead of {drift.Candidate} moved by {drift.Percent:+0.00;-0.00} points from the first half of " +
        "the blocks to the second: warming up had not ended, use a longer profile (--profile full)");

    /// <summary>An open loop did not send its requests at the rate asked for.</summary>
    /// <param name="reached">The share of the rate that was reached, 0 to 1.</param>
    public static Warning RateNotReached(double reached) => new(
        "rate-not-reached",
        $"only {reached:P1} of the rate was reached: latencies say how overloaded the server was; " +
        "ask for less (--rate)");

    /// <summary>A window has too few requests for a quantile.</summary>
    /// <param name="quantile">The quantile's metric.</param>
    /// <param name="requests">Requests of a window.</param>
    public static Warning TooFewRequests(string quantile, int requests) => new(
        "too-few-requests", $"{requests} requests a window are too few for {quantile}: use longer windows (--seconds)");

    /// <summary>Some launches failed.</summary>
    /// <param name="launches">How many.</param>
    /// <param name="of">Of how many.</param>
    /// <param name="lastFault">What the last one saw.</param>
    public static Warning Faulted(int launches, int of, string lastFault) => new(
        "faulted-launches",
        $"{launches} of {of} launches failed and are not counted: mend what they say and measure again; " +
        $"the last one: {lastFault}");

    /// <summary>Fewer launches were finished than planned.</summary>
    /// <param name="finished">How many were finished.</param>
    /// <param name="planned">How many were planned.</param>
    public static Warning Unfinished(int finished, int planned) => new(
        "unfinished", $"the run ended after {finished} of {planned} launches: measure again for all of them");

    /// <summary>More A/A intervals of published runs exclude 0 than chance allows.</summary>
    /// <param name="tier">On which tier.</param>
    /// <param name="excluding">How many exclude 0.</param>
    /// <param name="of">Of how many.</param>
    /// <param name="mostByChance">How many of them chance allows to.</param>
    public static Warning HistoryExcludesZero(string tier, int excluding, int of, int mostByChance) => new(
        "ledger-excludes-zero",
        $"{excluding} of {of} A/A intervals of published runs of {tier} exclude 0, " +
        $"chance allows {mostByChance}: take its intervals for too narrow, " +
        "and see results/ledger.svg (./run-bench.sh ledger)");
}
