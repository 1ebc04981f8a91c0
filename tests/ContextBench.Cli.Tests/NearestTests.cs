using Xunit;

namespace ContextBench.Cli.Tests;

public sealed class NearestTests
{
    private static readonly string[] Known = ["classic", "async-local", "async-local-map", "no-id"];

    [Theory]
    [InlineData("kitten", "sitting", 3)] // k→s, e→i, +g
    [InlineData("", "abc", 3)]
    [InlineData("abc", "abc", 0)]
    public void The_distance_counts_single_edits(string one, string other, int edits) =>
        Assert.Equal(edits, Nearest.Distance(one, other));

    [Theory]
    [InlineData("async-locl", "async-local")]
    [InlineData("clasic", "classic")]
    [InlineData("noid", "no-id")]
    [InlineData("async-local-ma", "async-local-map")]
    public void A_slip_finds_the_name_that_was_meant(string word, string meant) =>
        Assert.Equal(meant, Nearest.To(word, Known));

    [Fact]
    public void A_word_that_is_near_to_nothing_gets_all_names() =>
        Assert.Equal("there is classic, async-local, async-local-map, no-id", Nearest.Hint("opentelemetry", Known));
}
