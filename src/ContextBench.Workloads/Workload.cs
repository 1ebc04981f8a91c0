using System.Globalization;
using System.Text.Json;

namespace ContextBench.Workloads;

/// <summary>How the send of an email completes.</summary>
public enum SendMode
{
    /// <summary>At once, on the caller's thread.</summary>
    Sync,

    /// <summary>After a yield to the thread pool: the least that a truly asynchronous send does.</summary>
    Yield,

    /// <summary>After a timer of 1 ms.</summary>
    Delay,
}

/// <summary>What a request does.</summary>
/// <param name="Emails">
/// Number of emails, 0 to <see cref="EmailRequest.MaxEmails"/>; a request logs one line more.
/// </param>
/// <param name="Send">How the send of an email completes.</param>
/// <param name="WorkMicroseconds">Extra CPU work per request, in µs of the core's time; 0 for none.</param>
/// <param name="Sink">Where the log lines go.</param>
public sealed record Workload(int Emails, SendMode Send, double WorkMicroseconds, SinkKind Sink)
{
    /// <summary>The article's request: three emails, each send asynchronous, nothing else.</summary>
    public static Workload Article { get; } = new(3, SendMode.Yield, 0, SinkKind.Null);

    /// <summary>The article's request with another number of log lines.</summary>
    /// <param name="logLines">How many, 1 or more.</param>
    public static Workload OfLines(int logLines) => Article with { Emails = logLines - 1 };

    /// <summary>What can be set of it, beside extra work and the sink.</summary>
    public static IReadOnlyList<WorkloadSetting> Settings { get; } =
    [
        new(
            "emails", $"Emails a request, 0 to {EmailRequest.MaxEmails}; each is a log line more", "N",
            $"{Article.Emails}")
        {
            Most = EmailRequest.MaxEmails,
        },
        new(
            "send", "How the send of an email completes: sync, yield (to the thread pool) or delay (1 ms)", "HOW",
            WordOf(Article.Send))
        {
            Words = [.. Enum.GetValues<SendMode>().Select(WordOf)],
        },
    ];

    /// <summary>The lines that a request logs.</summary>
    public int LogLines => Emails + 1;

    /// <summary>What a run's files say of it.</summary>
    public WorkloadFacts Facts => new()
    {
        Settings = new Dictionary<string, JsonElement>
        {
            ["emails"] = JsonSerializer.SerializeToElement(Emails),
            ["send"] = JsonSerializer.SerializeToElement(WordOf(Send)),
        },
        WorkMicroseconds = WorkMicroseconds,
        Sink = Sink,
        Summary = $"{Emails} emails ({LogLines} log lines), {WordOf(Send)} send",
    };

    /// <summary>The body of a request, the same for every variant: JSON in UTF-8.</summary>
    public byte[] Body => JsonSerializer.SerializeToUtf8Bytes(CreateRequest(), JsonSerializerOptions.Web);

    /// <summary>The workload of some settings.</summary>
    /// <param name="setting">The value of each of <see cref="Settings"/>, by its name.</param>
    /// <param name="workMicroseconds">Extra CPU work per request, in µs.</param>
    /// <param name="sink">Where the log lines go.</param>
    /// <exception cref="FormatException">A value is none that the setting takes.</exception>
    public static Workload From(Func<string, string> setting, double workMicroseconds, SinkKind sink) => new(
        int.TryParse(setting("emails"), CultureInfo.InvariantCulture, out var emails)
            ? emails
            : throw Refused("emails", setting("emails")),
        Enum.TryParse<SendMode>(setting("send"), ignoreCase: true, out var send)
            ? send
            : throw Refused("send", setting("send")),
        workMicroseconds, sink);

    /// <summary>The workload that a run's files tell of.</summary>
    /// <param name="facts">What they say.</param>
    public static Workload From(WorkloadFacts facts)
    {
        var texts = facts.SettingTexts.ToDictionary();
        return From(name => texts[name], facts.WorkMicroseconds, facts.Sink);
    }

    /// <summary>
    /// Makes one request of a handler; the same object for all variants, so that what a request is made of is known
    /// here alone.
    /// </summary>
    public Func<RequestHandler, Task> CreateCall()
    {
        var request = CreateRequest();
        return handler => RequestHandler.Dispatch(handler, request);
    }

    /// <summary>The request that carries this workload, the same for every variant.</summary>
    public EmailRequest CreateRequest() =>
        new([.. Enumerable.Range(0, Emails).Select(i => $"user{i:D3}@example.com")]);

    private static FormatException Refused(string setting, string value) =>
        new($"'{setting}' takes no '{value}'");

    private static string WordOf(SendMode send) => $"{send}".ToLowerInvariant();
}
