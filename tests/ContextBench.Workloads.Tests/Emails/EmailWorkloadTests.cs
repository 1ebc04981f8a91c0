using ContextBench.Agent;
using ContextBench.Workloads.Emails;
using Xunit;

namespace ContextBench.Workloads.Tests.Emails;

public sealed class EmailWorkloadTests
{
    [Fact]
    public void The_article_sends_three_emails_asynchronously_and_does_nothing_else() =>
        Assert.Equal(new EmailWorkload(3, SendMode.Yield, 0, SinkKind.Null), EmailWorkload.Article);

    [Fact]
    public void The_request_has_one_numbered_address_an_email() =>
        Assert.Equal(
            ["user000@example.com", "user001@example.com", "user002@example.com"],
            EmailWorkload.Article.CreateRequest().Emails!);

    [Fact]
    public void No_emails_make_an_empty_list() =>
        Assert.Empty((EmailWorkload.Article with { Emails = 0 }).CreateRequest().Emails!);

    [Fact]
    public void The_longest_request_is_valid_and_its_addresses_are_distinct_and_equally_long()
    {
        var request = (EmailWorkload.Article with { Emails = EmailRequest.MaxEmails }).CreateRequest();

        Assert.Null(request.Problem());
        Assert.Equal(1_000, request.Emails!.Distinct().Count());
        Assert.All(request.Emails!, address => Assert.Equal("user000@example.com".Length, address!.Length));
    }

    [Fact]
    public void What_a_runs_files_say_of_a_workload_makes_it_again()
    {
        var workload = new EmailWorkload(7, SendMode.Delay, 12.5, SinkKind.Console);

        Assert.Equal(workload, EmailWorkload.Kind.From(workload.Facts));
        Assert.Equal("7 emails (8 log lines), delay send", workload.Facts.Summary);
        Assert.Equal("emails=7 send=delay work-us=12.5 sink=console", workload.Facts.Describe());
    }

    [Fact]
    public void The_body_is_the_request_as_json() =>
        Assert.Equal(
            """{"emails":["user000@example.com"]}"""u8.ToArray(), (EmailWorkload.Article with { Emails = 1 }).Body);

    [Fact]
    public void The_default_settings_are_the_articles() =>
        Assert.Equal(EmailWorkload.Article, EmailWorkload.Kind.Default);

    [Fact]
    public void A_depth_is_said_where_there_is_one_so_that_runs_of_early_versions_can_be_compared()
    {
        var deep = EmailWorkload.Article with { Depth = 13 };

        Assert.Equal("emails=3 send=yield work-us=0 sink=null", EmailWorkload.Article.Facts.Describe());
        Assert.Equal("emails=3 send=yield depth=13 work-us=0 sink=null", deep.Facts.Describe());
        Assert.Equal("3 emails (4 log lines), yield send, depth 13", deep.Facts.Summary);
        Assert.Equal(deep, EmailWorkload.Kind.From(deep.Facts));
    }

    [Theory]
    [InlineData("emails", "many")]
    [InlineData("send", "later")]
    [InlineData("depth", "1.5")]
    public void A_value_that_a_setting_does_not_take_is_refused_by_its_name(string name, string value)
    {
        var refused = Assert.Throws<FormatException>(() => EmailWorkload.Kind.From(
            setting => setting == name ? value : null, 0, SinkKind.Null));

        Assert.Contains($"'{name}'", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"'{value}'", refused.Message, StringComparison.Ordinal);
    }
}
