using ContextBench.Workloads.Emails;
using Xunit;

namespace ContextBench.Workloads.Tests.Emails;

public sealed class EmailRequestTests
{
    [Fact]
    public void An_address_is_valid() => Assert.Null(new EmailRequest(["user@example.com"]).Problem());

    [Fact]
    public void An_empty_list_is_valid() => Assert.Null(new EmailRequest([]).Problem());

    [Fact]
    public void A_non_ASCII_address_is_valid() =>
        Assert.Null(new EmailRequest(["用户@例え.jp", "🦊@example.com"]).Problem());

    [Fact]
    public void A_missing_list_is_a_problem() => HasProblem(new EmailRequest(null), "\"emails\"");

    [Fact]
    public void A_thousand_addresses_are_valid_and_one_more_is_a_problem()
    {
        Assert.Null(new EmailRequest([.. Enumerable.Repeat("user@example.com", 1_000)]).Problem());
        HasProblem(new EmailRequest([.. Enumerable.Repeat("user@example.com", 1_001)]), "1001 emails", "1000");
    }

    [Fact]
    public void An_address_of_320_characters_is_valid_and_one_more_is_a_problem()
    {
        // 64 for the local part, '@', 255 for the domain (RFC 5321)
        var longest = new string('l', 64) + "@" + new string('d', 255);

        Assert.Null(new EmailRequest([longest]).Problem());
        HasProblem(new EmailRequest([longest + "d"]), "emails[0]", "320");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t")]
    public void An_entry_with_nothing_in_it_is_a_problem_and_named(string? entry) =>
        HasProblem(new EmailRequest(["user@example.com", entry]), "emails[1]", "null or empty");

    [Theory]
    [InlineData("user\n@example.com")]
    [InlineData("user\r@example.com")]
    [InlineData("user\0@example.com")]
    [InlineData("user\u001b[2J@example.com")]
    [InlineData("user\u001f@example.com")]
    public void A_control_character_is_a_problem_and_named(string address) =>
        HasProblem(
            new EmailRequest(["user@example.com", "user@example.com", address]), "emails[2]", "control character");

    [Fact]
    public void The_first_problem_is_the_one_that_is_told() =>
        HasProblem(new EmailRequest(["a@example.com", "b\n@example.com", null]), "emails[1]");

    private static void HasProblem(EmailRequest request, params string[] parts)
    {
        var problem = request.Problem();
        Assert.NotNull(problem);
        Assert.All(parts, part => Assert.Contains(part, problem, StringComparison.Ordinal));
        Assert.EndsWith(".", problem, StringComparison.Ordinal);
    }
}
