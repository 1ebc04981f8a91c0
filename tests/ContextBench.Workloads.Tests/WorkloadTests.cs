using ContextBench.Agent;
using ContextBench.Workloads.Emails;
using Xunit;

namespace ContextBench.Workloads.Tests;

public sealed class WorkloadTests
{
    [Fact]
    public void The_article_sends_three_emails_asynchronously_and_does_nothing_else() =>
        Assert.Equal(new Workload(3, SendMode.Yield, 0, SinkKind.Null), Workload.Article);

    [Fact]
    public void The_request_has_one_numbered_address_an_email() =>
        Assert.Equal(
            ["user000@example.com", "user001@example.com", "user002@example.com"],
            Workload.Article.CreateRequest().Emails!);

    [Fact]
    public void No_emails_make_an_empty_list() =>
        Assert.Empty((Workload.Article with { Emails = 0 }).CreateRequest().Emails!);

    [Fact]
    public void The_longest_request_is_valid_and_its_addresses_are_distinct_and_equally_long()
    {
        var request = (Workload.Article with { Emails = EmailRequest.MaxEmails }).CreateRequest();

        Assert.Null(request.Problem());
        Assert.Equal(1_000, request.Emails!.Distinct().Count());
        Assert.All(request.Emails!, address => Assert.Equal("user000@example.com".Length, address!.Length));
    }

    [Fact]
    public void What_a_runs_files_say_of_a_workload_makes_it_again()
    {
        var workload = new Workload(7, SendMode.Delay, 12.5, SinkKind.Console);

        Assert.Equal(workload, Workload.From(workload.Facts));
        Assert.Equal("7 emails (8 log lines), delay send", workload.Facts.Summary);
        Assert.Equal("emails=7 send=delay work-us=12.5 sink=console", workload.Facts.Describe());
    }

    [Fact]
    public void The_body_is_the_request_as_json() =>
        Assert.Equal(
            """{"emails":["user000@example.com"]}"""u8.ToArray(), (Workload.Article with { Emails = 1 }).Body);

    [Fact]
    public void The_default_settings_are_the_articles() =>
        Assert.Equal(
            Workload.Article,
            Workload.From(
                name => Workload.Settings.Single(setting => setting.Name == name).Default, 0, SinkKind.Null));

    [Theory]
    [InlineData("emails", "many")]
    [InlineData("send", "later")]
    public void A_value_that_a_setting_does_not_take_is_refused_by_its_name(string name, string value)
    {
        var refused = Assert.Throws<FormatException>(() => Workload.From(
            setting => setting == name ? value : Workload.Settings.Single(it => it.Name == setting).Default,
            0, SinkKind.Null));

        Assert.Contains($"'{name}'", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"'{value}'", refused.Message, StringComparison.Ordinal);
    }
}
