using System.CommandLine;
using System.Globalization;
using ContextBench.Handlers;

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

    public Option<string?> Variants { get; } = new("--variants")
    {
        Description =
            "What to compare with classic, separated by commas; classic and its control are always measured; " +
            "see 'list' [default: all]",
        HelpName = "NAMES",
    };

    public Option<int?> Launches { get; } = new("--launches")
    {
        Description =
            "Fresh processes a tier, 2 or more [default: the profile's; quick has 6 on handler, 10 on kestrel]",
        HelpName = "N",
    };

    public Option<int?> Connections { get; } = new("--connections")
    {
        Description = "Keep-alive connections on kestrel, 1 to 256, no more than --slice [default: 4]",
        HelpName = "N",
    };

    public Option<int?> Slice { get; } = new("--slice")
    {
        Description =
            "Consecutive operations of one variant that are timed together [default: 16 on kestrel, 64 on handler]",
        HelpName = "N",
    };

    public Option<int> Emails { get; } = new("--emails")
    {
        Description = $"Emails a request, 0 to {EmailRequest.MaxEmails}; each is a log line more",
        HelpName = "N",
        DefaultValueFactory = _ => Workload.Article.Emails,
    };

    public Option<string> Send { get; } = new("--send")
    {
        Description = "How the send of an email completes: sync, yield (to the thread pool) or delay (1 ms)",
        HelpName = "HOW",
        DefaultValueFactory = _ => "yield",
    };

    public Option<double> WorkUs { get; } = new("--work-us")
    {
        Description = "Extra CPU work a request, in µs",
        HelpName = "US",
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
        DefaultValueFactory = _ => 1,
    };

    public Option<int?> Seed { get; } = new("--seed")
    {
        Description = "Seed of every random choice [default: drawn, and reported]",
        HelpName = "N",
    };

    public Option<string?> Output { get; } = new("--output")
    {
        Description = "The run's folder; it must hold no run yet [default: a new one under results/local/]",
        HelpName = "DIR",
    };

    public Option<bool> NoMicro { get; } = new("--no-micro") { Description = "Leave the micro-benchmarks out" };

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option> All =>
    [
        Profile, Tiers, Variants, Launches, Connections, Slice, Emails, Send, WorkUs, Sink, Margin,
        Seed, Output, NoMicro,
    ];

    /// <summary>What was written on the command line for an option, or null where it was left out.</summary>
    public static string? Written(ParseResult result, Option option) =>
        result.GetResult(option) is { Implicit: false } written
            ? string.Join(',', written.Tokens.Select(token => token.Value)).ToString(CultureInfo.InvariantCulture)
            : null;
}
