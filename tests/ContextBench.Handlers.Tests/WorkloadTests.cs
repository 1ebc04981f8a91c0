using Xunit;

namespace ContextBench.Handlers.Tests;

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
}
