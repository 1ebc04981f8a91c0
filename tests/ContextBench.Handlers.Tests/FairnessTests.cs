using System.Text;
using ContextBench.Agent;
using ContextBench.Workloads.Emails;
using ContextBench.Workloads.Tests;
using Xunit;

namespace ContextBench.Handlers.Tests;

/// <summary>
/// Every variant does the same work and writes the same log bytes; only the place that the id comes from differs.
/// </summary>
public sealed class FairnessTests
{
    private static readonly EmailRequest[] Requests =
    [
        EmailWorkload.Article.CreateRequest(),
        new([]),
        new(["用户@例え.jp", "🦊🦊🦊@example.com", new string('l', EmailRequest.MaxAddressLength)]),
        (EmailWorkload.Article with { Emails = EmailRequest.MaxEmails }).CreateRequest(),
    ];

    public static TheoryData<string, string, SendMode> EveryVariantAndSend => new(
        from study in StudyCatalogue.All
        where study.Workload == EmailWorkload.Kind
        from variant in study.Variants
        from send in Enum.GetValues<SendMode>()
        select (study.Name, variant.Name, send));

    public static TheoryData<string> Studies =>
    [
        .. StudyCatalogue.All.Where(study => study.Workload == EmailWorkload.Kind).Select(study => study.Name),
    ];

    [Theory]
    [MemberData(nameof(Studies))]
    public async Task The_baseline_logs_the_start_and_one_line_an_email_each_with_the_id(string study)
    {
        using var host = EveryVariant.HostOf(study, EmailWorkload.Article);

        Assert.Equal(
            """
            [000000000000000000000000000000000001] Start processing
            [000000000000000000000000000000000001] Send email: user000@example.com
            [000000000000000000000000000000000001] Send email: user001@example.com
            [000000000000000000000000000000000001] Send email: user002@example.com

            """,
            Encoding.UTF8.GetString(await host.LogOf(BaselineOf(study), EmailWorkload.Article.CreateRequest())));
    }

    [Theory]
    [MemberData(nameof(EveryVariantAndSend))]
    public async Task Every_variant_logs_the_bytes_of_its_baseline(string study, string variant, SendMode send)
    {
        // A delayed send waits a timer: three requests of a few emails do for it.
        var requests = send == SendMode.Delay ? Requests[..3] : Requests;
        using var host = EveryVariant.HostOf(study, EmailWorkload.Article with { Send = send });
        var baseline = await host.LogOf(BaselineOf(study), requests);

        var log = await host.LogOf(variant, requests);

        Assert.Equal(ExpectedOf(study, variant, Encoding.UTF8.GetString(baseline)), Encoding.UTF8.GetString(log));
    }

    [Theory]
    [MemberData(nameof(EveryVariant.NamesOfEmails), MemberType = typeof(EveryVariant))]
    public async Task Every_variant_makes_one_id_a_request(string study, string variant)
    {
        using var host = EveryVariant.HostOf(study, EmailWorkload.Article);
        host.StartProof();
        await host[variant].HandleAsync(new EmailRequest([]));
        await host[variant].HandleAsync(EmailWorkload.Article.CreateRequest());
        await host[BaselineOf(study)].HandleAsync(new EmailRequest([]));
        var last = Encoding.UTF8.GetString(host.EndProof()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Last();

        // Two ids were made before.
        Assert.Equal("[000000000000000000000000000000000003] Start processing", last);
    }

    [Theory]
    [MemberData(nameof(EveryVariant.NamesOfEmails), MemberType = typeof(EveryVariant))]
    public async Task Extra_work_changes_no_log_byte(string study, string variant)
    {
        using var plain = EveryVariant.HostOf(study, EmailWorkload.Article);
        using var working = EveryVariant.HostOf(study, EmailWorkload.Article with { WorkMicroseconds = 1 });

        Assert.Equal(
            await plain.LogOf(variant, EmailWorkload.Article.CreateRequest()),
            await working.LogOf(variant, EmailWorkload.Article.CreateRequest()));
    }

    private static string BaselineOf(string study) => StudyCatalogue.Get(study).Baseline.Name;

    private static string ExpectedOf(string study, string variant, string baselineLog) =>
        StudyCatalogue.Get(study).Get(variant).Role != VariantRole.WithoutId
            ? baselineLog
            : string.Concat(baselineLog
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line["[000000000000000000000000000000000001] ".Length..] + "\n"));
}
