namespace ContextBench.Cli.Options;

/// <summary>The options of a run, as System.CommandLine knows them.</summary>
internal sealed class RunOptions
{
    public Option<string> Profile { get; } = new("--profile")
    {
        Description = "How much to do: " +
            string.Join("; ", Cli.Profile.All.Select(profile => $"{profile.Name} ({profile.Summary})")),
        HelpName = "NAME",
        DefaultValueFactory = _ => "quick",
    };

    public Option<string?> Tiers { get; } = new("--tiers")
    {
        Description = "Where variants run, separated by commas; see 'list' [default: all]",
        HelpName = "NAMES",
    };

    public Option<string> Study { get; } = CommonOptions.Study();

    public Option<string?> Variants { get; } = new("--variants")
    {
        Description =
            "What to compare with the study's baseline, separated by commas; the baseline and its control are always " +
            "measured; see 'list'. Any number is balanced, an odd one by twice as many orders. classic+0.5us, " +
            "classic+256B or classic+0.5%of80us has a known cost injected [default: all; async-local with --rate, " +
            "wrk or nbomber]",
        HelpName = "NAMES",
    };

    public Option<int?> Launches { get; } = new("--launches")
    {
        Description =
            $"Fresh processes a tier, 2 or more [default: the profile's; {Defaults(tier => tier.Launches)}]",
        HelpName = "N",
    };

    public Option<double?> Precision { get; } = new("--precision")
    {
        Description =
            "Measure the last tier until its intervals are about this wide to each side, in percent: a pilot of " +
            $"{PrecisionGoal.PilotLaunches} launches, then as many as its control says, at most " +
            $"{PrecisionGoal.MostLaunches} [default: as many launches as --launches says]",
        HelpName = "PERCENT",
        CustomParser = result => CommonOptions.Number(result),
    };

    public Option<int?> Connections { get; } = new("--connections")
    {
        Description =
            "Keep-alive connections on kestrel, 1 to 1024; in slices, no more than --slice " +
            $"[default: {Kestrel.Connections}, with --rate {LoadPlanner.OpenLoopConnections}]",
        HelpName = "N",
    };

    public Option<int?> Slice { get; } = new("--slice")
    {
        Description =
            "Consecutive operations of one variant that are timed together " +
            $"[default: {Defaults(tier => tier.SliceOperations)}; apart {LoadPlanner.ApartSliceOperations}, or as " +
            "many as take 20 ms]",
        HelpName = "N",
    };

    public WorkloadOptions Workload { get; } = new();

    public Option<double> WorkUs { get; } = new("--work-us")
    {
        Description = "Extra CPU work a request, in µs",
        HelpName = "US",
        CustomParser = CommonOptions.Number,
        DefaultValueFactory = _ => 0,
    };

    public Option<string> Sink { get; } = new("--sink")
    {
        Description =
            "Where log lines go: null (formatted, counted, dropped) or console (standard output, sent to a file)",
        HelpName = "NAME",
        DefaultValueFactory = _ => "null",
    };

    public Option<double> Margin { get; } = new("--margin")
    {
        Description = "The overhead that you declare negligible, in percent, above 0",
        HelpName = "PERCENT",
        CustomParser = CommonOptions.Number,
        DefaultValueFactory = _ => 1,
    };

    public Option<double?> RequestUs { get; } = CommonOptions.RequestUs();

    public Option<int?> Seed { get; } = CommonOptions.Seed();

    public Option<string?> Output { get; } = CommonOptions.Output();

    public Option<bool> NoMicro { get; } = new("--no-micro") { Description = "Leave the micro-benchmarks out" };

    public Option<string> Residency { get; } = new("--residency")
    {
        Description =
            "together: all variants in one process; apart: each in its own, which pays for all that it causes, with " +
            "long slices and nothing trimmed, kestrel alone, and twice the launches",
        HelpName = "HOW",
        DefaultValueFactory = _ => "together",
    };

    public Option<string> Engine { get; } = new("--engine")
    {
        Description =
            "What makes the load: paired (this project's own), wrk or nbomber (one variant after the other, " +
            "kestrel alone). The article's: --engine wrk --threads 12 --connections 300 --seconds 30",
        HelpName = "NAME",
        DefaultValueFactory = _ => EngineNames.Paired,
    };

    public Option<int?> Threads { get; } = new("--threads")
    {
        Description = "Threads of wrk [default: 1]",
        HelpName = "N",
    };

    public Option<int?> Seconds { get; } = new("--seconds")
    {
        Description =
            "What a variant gets in a launch: whole seconds of wrk or nbomber, or of a window with --rate " +
            "[default: 2; windows 1]",
        HelpName = "S",
    };

    public Option<double?> Rate { get; } = new("--rate")
    {
        Description =
            "Open loop: this many requests a second, each latency from the moment at which its request was due; " +
            "without a number, half of what the server can take; kestrel alone [default: closed loop]",
        HelpName = "R",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = result => result.Tokens.Count == 0 ? null : CommonOptions.Number(result),
    };

    private static IReadOnlyList<TierPlan> QuickTiers =>
        Cli.Profile.All.Single(profile => profile.Name == "quick").Tiers;

    private static TierPlan Kestrel => QuickTiers.Single(tier => tier.Tier == "kestrel");

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option> All =>
    [
        Profile, Tiers, Study, Variants, Launches, Precision, Connections, Slice, .. Workload.All, WorkUs, Sink,
        Margin, RequestUs, Residency, Engine, Threads, Seconds, Rate, Seed, Output, NoMicro,
    ];

    /// <summary>Those that contradict each other; of several the first is said.</summary>
    public IReadOnlyList<Contradiction> Contradictions =>
    [
        new(
            (_, load) => !load.IsPaired && load.Residency == Measurement.Plans.Residency.Apart,
            load => $"--residency apart belongs to the paired engine, not to {load.Engine}: drop one"),
        new(
            (_, load) => load.IsOpenLoop && !load.IsPaired,
            load => $"--rate belongs to the paired engine, not to {load.Engine}: drop one of the two"),
        new(
            (_, load) => load.IsOpenLoop && load.Residency == Measurement.Plans.Residency.Apart,
            "--rate measures all variants in one process: drop --residency apart"),
        new(
            (result, load) => WasWritten(result, Threads) && load.Engine != EngineNames.Wrk,
            "--threads belongs to wrk: drop it, or write --engine wrk"),
        new(
            (result, load) => WasWritten(result, Seconds) && load is { IsPaired: true, IsOpenLoop: false },
            "--seconds belongs to --engine wrk or nbomber, and to --rate: drop it"),
        new(
            (result, load) => WasWritten(result, Slice) && load is not { IsPaired: true, IsOpenLoop: false },
            "--slice belongs to the paired engine's closed loop: drop it"),
    ];

    private static string Defaults(Func<TierPlan, int> value) =>
        "quick has " + string.Join(", ", QuickTiers.Select(tier => $"{value(tier)} on {tier.Tier}"));

    /// <summary>Whether an option was written on the command line.</summary>
    public static bool WasWritten(ParseResult result, Option option) => Written(result, option) is not null;

    /// <summary>What was written on the command line for an option, or null where it was left out.</summary>
    public static string? Written(ParseResult result, Option option) =>
        result.GetResult(option) is { Implicit: false } written
            ? string.Join(',', written.Tokens.Select(token => token.Value))
            : null;
}
