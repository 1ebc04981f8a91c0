using System.Text.Json;

namespace ContextBench.Workloads.Emails;

/// <summary>A request that sends emails, and logs its start and each of them.</summary>
/// <param name="Emails">Number of emails, 0 to <see cref="EmailRequest.MaxEmails"/>.</param>
/// <param name="Send">How the send of an email completes.</param>
/// <param name="WorkMicroseconds">Extra CPU work per request, in µs of the core's time; 0 for none.</param>
/// <param name="Sink">Where the log lines go.</param>
public sealed record EmailWorkload(int Emails, SendMode Send, double WorkMicroseconds, SinkKind Sink)
    : Workload(WorkMicroseconds, Sink)
{
    /// <summary>The article's example: three emails, each send asynchronous, nothing else.</summary>
    public static EmailWorkload Article { get; } = new(3, SendMode.Yield, 0, SinkKind.Null);

    /// <summary>The kind.</summary>
    public static WorkloadKind Kind { get; } = new(
        "emails",
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
            WorkloadSetting.Depth,
        ],
        values => Article with
        {
            Emails = values.Number("emails"),
            Send = values.Word<SendMode>("send"),
            Depth = values.Number("depth"),
        });

    /// <summary>The article's example with another number of log lines.</summary>
    /// <param name="logLines">How many, 1 or more.</param>
    public static EmailWorkload OfLines(int logLines) => Article with { Emails = logLines - 1 };

    /// <inheritdoc/>
    public override int LogLines => Emails + 1;

    /// <inheritdoc/>
    public override byte[] Body => JsonSerializer.SerializeToUtf8Bytes(CreateRequest(), JsonSerializerOptions.Web);

    /// <inheritdoc/>
    protected override string Summary =>
        $"{Emails} emails ({LogLines} log lines), {WordOf(Send)} send{(Depth > 0 ? $", depth {Depth}" : "")}";

    /// <inheritdoc/>
    /// <remarks>No depth of 0: runs of early versions, which such a run is compared with, had none to name.</remarks>
    protected override IEnumerable<(string Name, JsonElement Value)> Settings =>
    [
        ("emails", JsonSerializer.SerializeToElement(Emails)),
        ("send", JsonSerializer.SerializeToElement(WordOf(Send))),
        .. Depth > 0 ? [("depth", JsonSerializer.SerializeToElement(Depth))] : Array.Empty<(string, JsonElement)>(),
    ];

    /// <inheritdoc/>
    public override Func<RequestHandler, Task> CreateCall()
    {
        var request = CreateRequest();
        return handler => RequestHandler.Dispatch((RequestHandler<EmailRequest>)handler, request);
    }

    /// <summary>The request that carries this workload, the same for every variant.</summary>
    public EmailRequest CreateRequest() =>
        new([.. Enumerable.Range(0, Emails).Select(i => $"user{i:D3}@example.com")]);

    private static string WordOf(SendMode send) => $"{send}".ToLowerInvariant();
}
