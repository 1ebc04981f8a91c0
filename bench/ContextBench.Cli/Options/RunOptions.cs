namespace ContextBench.Cli.Options;

/// <summary>The options of a run, as System.CommandLine knows them.</summary>
internal sealed class RunOptions
{
    public Option<string> Profile { get; } = CheckedOption.Of<string>(
        "--profile", "NAME",
        "How much to do: " +
        string.Join("; ", Cli.Profile.All.Select(profile => $"{profile.Name} ({profile.Summary})")))
        .Default("quick")
        .OneOf([.. Cli.Profile.All.Select(profile => profile.Name)], unlisted: Cli.Profile.Rehearsal.Name);

    public Option<string?> Tiers { get; } = CheckedOption.Of<string?>(
        "--tiers", "NAMES", "Where variants run, separated by commas; see 'list' [default: all]")
        .SomeOf(CommonOptions.Tiers);

    public Option<string> Study { get; } = CommonOptions.Study();

    public Option<string?> Variants { get; } = CheckedOption.Of<string?>(
        "--variants", "NAMES",
        "What to compare with the study's baseline, separated by commas; the baseline and its control are always " +
        "measured; see 'list'. Any number is balanced, an odd one by twice as many orders. classic+0.5us, " +
        "classic+256B or classic+0.5%of80us has a known cost injected [default: all; async-local with --rate, " +
        "wrk or nbomber]");

    public Option<int?> Launches { get; } = CommonOptions.Launches<int?>(
        $"Fresh processes a tier, 2 or more [default: the profile's; {Defaults(tier => tier.Launches)}]");

    public Option<double?> Precision { get; } = CheckedOption.Of<double?>(
        "--precision", "PERCENT",
        "Measure the last tier until its intervals are about this wide to each side, in percent: a pilot of " +
        $"{PrecisionGoal.PilotLaunches} launches, then as many as its control says, at most " +
        $"{PrecisionGoal.MostLaunches} [default: as many launches as --launches says]")
        .Within(0.001, 100, "a percentage of 0.001 to 100");

    public Option<int?> Connections { get; } = CheckedOption.Of<int?>(
        "--connections", "N",
        "Keep-alive connections on kestrel, 1 to 1024; in slices, no more than --slice " +
        $"[default: {Cli.Profile.Quick.Of("kestrel").Connections}, with --rate {LoadPlanner.OpenLoopConnections}]")
        .Within(1, 1024, "1 to 1024 connections");

    public Option<int?> Slice { get; } = CheckedOption.Of<int?>(
        "--slice", "N",
        "Consecutive operations of one variant that are timed together " +
        $"[default: {Defaults(tier => tier.SliceOperations)}; apart {LoadPlanner.ApartSliceOperations}, or as " +
        "many as take 20 ms]")
        .Within(1, 100_000, "1 to 100000 operations");

    public WorkloadOptions Workload { get; } = new();

    public Option<double> WorkUs { get; } = CheckedOption.Of<double>(
        "--work-us", "US", "Extra CPU work a request, in µs")
        .Default(0).Within(0.0, 100_000, "0 to 100000 µs");

    public Option<SinkKind> Sink { get; } = CheckedOption.Of<SinkKind>(
        "--sink", "NAME",
        "Where log lines go: null (formatted, counted, dropped) or console (standard output, sent to a file) " +
        "[default: null]")
        .OneOf(CheckedOption.WordsOf<SinkKind>());

    public Option<double> Margin { get; } = CheckedOption.Of<double>(
        "--margin", "PERCENT", "The overhead that you declare negligible, in percent, above 0")
        .Default(1).Within(double.Epsilon, 100, "a percentage above 0, at most 100");

    public Option<double?> RequestUs { get; } = CommonOptions.RequestUs();

    public Option<int?> Seed { get; } = CommonOptions.Seed();

    public Option<string?> Output { get; } = CommonOptions.Output();

    public Option<bool> NoMicro { get; } = new("--no-micro") { Description = "Leave the micro-benchmarks out" };

    public Option<Residency> Residency { get; } = CheckedOption.Of<Residency>(
        "--residency", "HOW",
        "together: all variants in one process; apart: each in its own, which pays for all that it causes, with " +
        "long slices and nothing trimmed, kestrel alone, and twice the launches [default: together]")
        .OneOf(CheckedOption.WordsOf<Residency>());

    public Option<string> Engine { get; } = CheckedOption.Of<string>(
        "--engine", "NAME",
        "What makes the load: paired (this project's own), wrk or nbomber (one variant after the other, " +
        "kestrel alone). The article's: --engine wrk --threads 12 --connections 300 --seconds 30")
        .Default(EngineNames.Paired).OneOf(EngineNames.All);

    public Option<int?> Threads { get; } = CheckedOption.Of<int?>(
        "--threads", "N", "Threads of wrk [default: 1]")
        .Within(1, 64, "1 to 64 threads");

    public Option<int?> Seconds { get; } = CheckedOption.Of<int?>(
        "--seconds", "S",
        "What a variant gets in a launch: whole seconds of wrk or nbomber, or of a window with --rate " +
        "[default: 2; windows 1]")
        .Within(1, 3600, "1 to 3600 whole seconds");

    public Option<double?> Rate { get; } = new Option<double?>("--rate")
    {
        Description =
            "Open loop: this many requests a second, each latency from the moment at which its request was due; " +
            "without a number, half of what the server can take; kestrel alone [default: closed loop]",
        HelpName = "R",
        Arity = ArgumentArity.ZeroOrOne,
    }.Within(1.0, 1_000_000, "1 to 1000000 requests a second");

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option> All =>
    [
        Profile, Tiers, Study, Variants, Launches, Precision, Connections, Slice, .. Workload.All, WorkUs, Sink,
        Margin, RequestUs, Residency, Engine, Threads, Seconds, Rate, Seed, Output, NoMicro,
    ];

    private static string Defaults(Func<TierPlan, int> value) =>
        "quick has " + string.Join(", ", Cli.Profile.Quick.Tiers.Select(tier => $"{value(tier)} on {tier.Tier}"));

    /// <summary>Whether an option was written on the command line.</summary>
    public static bool WasWritten(ParseResult result, Option option) =>
        result.GetResult(option) is { Implicit: false };
}
