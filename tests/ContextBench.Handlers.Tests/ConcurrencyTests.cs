using System.Text;
using System.Text.RegularExpressions;
using ContextBench.Agent;
using ContextBench.Workloads.Emails;
using ContextBench.Workloads.Tests;
using Xunit;

namespace ContextBench.Handlers.Tests;

/// <summary>Many requests at once, each with addresses of its own: a line that carries a stranger's id shows.</summary>
public sealed partial class ConcurrencyTests
{
    private const int Requests = 200;
    private const int Emails = 5;

    public static TheoryData<string, string> VariantsWithId => new(
        from study in StudyCatalogue.All
        where study.Workload == EmailWorkload.Kind
        from variant in study.Variants
        where variant.Role != VariantRole.WithoutId
        select (study.Name, variant.Name));

    public static TheoryData<string> Studies =>
    [
        .. StudyCatalogue.All.Where(study => study.Workload == EmailWorkload.Kind).Select(study => study.Name),
    ];

    [Theory]
    [MemberData(nameof(VariantsWithId))]
    public async Task Each_requests_lines_carry_one_id_and_it_is_its_own(string study, string variant)
    {
        var lines = await LinesOf(study, variant);

        // 200 starts and 200 · 5 emails
        Assert.Equal(Requests * (1 + Emails), lines.Length);
        var byId = lines.Select(line => LineWithId().Match(line)).ToLookup(
            match => int.Parse(match.Groups["id"].ValueSpan), match => match.Groups["message"].Value);
        Assert.Equal(Enumerable.Range(1, Requests), byId.Select(request => request.Key).Order());

        var owners = byId.Select(request =>
        {
            var owner = Assert.Single(request.Skip(1).Select(message => RequestOf(message)).Distinct());
            Assert.Equal(MessagesOf(owner), request);
            return owner;
        });
        Assert.Equal(Enumerable.Range(0, Requests), owners.Order());
    }

    [Theory]
    [MemberData(nameof(Studies))]
    public async Task Without_ids_each_line_is_there_once_and_bare(string study)
    {
        var lines = await LinesOf(study, "no-id");

        Assert.Equal(Enumerable.Range(0, Requests).SelectMany(MessagesOf).Order(), lines.Order());
    }

    [Theory]
    [MemberData(nameof(EveryVariant.NamesOfEmails), MemberType = typeof(EveryVariant))]
    public async Task The_requests_really_interleave(string study, string variant)
    {
        var lines = await LinesOf(study, variant);
        var messages = lines.Select(line =>
            line[(line.IndexOf("] ", StringComparison.Ordinal) is var end and >= 0 ? end + 2 : 0)..]);

        // Otherwise the tests above would prove nothing: one request after the other reads like this.
        Assert.NotEqual(Enumerable.Range(0, Requests).SelectMany(MessagesOf), messages);
    }

    private static async Task<string[]> LinesOf(string study, string variant)
    {
        using var host = EveryVariant.HostOf(study, EmailWorkload.Article);
        var handler = host[variant];
        host.StartProof();
        // Sends yield. All started from one thread in one execution context, as a server's loop would.
        await Task.WhenAll(Enumerable.Range(0, Requests).Select(i =>
            handler.HandleAsync(new EmailRequest(
                [.. Enumerable.Range(0, Emails).Select(email => AddressOf(i, email))]))));
        return Encoding.UTF8.GetString(host.EndProof()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string AddressOf(int request, int email) => $"request{request}.email{email}@example.com";

    private static IEnumerable<string> MessagesOf(int request) =>
    [
        "Start processing",
        .. Enumerable.Range(0, Emails).Select(email => $"Send email: {AddressOf(request, email)}"),
    ];

    private static int RequestOf(string message) => int.Parse(EmailLine().Match(message).Groups["request"].ValueSpan);

    [GeneratedRegex("^\\[(?<id>[0-9]{36})\\] (?<message>.*)$")]
    private static partial Regex LineWithId();

    [GeneratedRegex("^Send email: request(?<request>[0-9]+)\\.")]
    private static partial Regex EmailLine();
}
