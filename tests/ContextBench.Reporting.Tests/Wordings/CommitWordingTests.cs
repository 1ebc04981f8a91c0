using ContextBench.Analysis.Tests;
using ContextBench.Reporting.Runs;
using ContextBench.Reporting.Wordings;
using Xunit;

namespace ContextBench.Reporting.Tests.Wordings;

public sealed class CommitWordingTests
{
    [Theory]
    [InlineData(null, "unknown")]
    [InlineData("abc1234", "abc1234")]
    [InlineData("abc1234+", "abc1234, with uncommitted changes")]
    public void A_commit_is_named_with_what_it_leaves_out(string? commit, string expected) =>
        Assert.Equal(expected, CommitWording.Of(commit));

    [Fact]
    public void A_report_says_in_words_that_the_checkout_had_changes()
    {
        var report = new SyntheticRun().Tier("kestrel", [1, 1]).Report();

        var page = Rendered.Page(RunDocument.Of(
            new RunReport(report with { Environment = report.Environment with { Commit = "abc1234+" } })));

        Assert.Contains(", commit abc1234, with uncommitted changes, ", page, StringComparison.Ordinal);
    }
}
