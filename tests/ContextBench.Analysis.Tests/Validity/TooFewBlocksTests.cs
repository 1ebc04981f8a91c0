using ContextBench.Analysis.Results;
using ContextBench.Statistics;
using Xunit;

namespace ContextBench.Analysis.Tests.Validity;

public sealed class TooFewBlocksTests
{
    [Theory]
    [InlineData(1, 20, "20 in 1 batch")] // no spread between batches
    [InlineData(3, 3, "9 in 3 batches")]
    public void Too_few_blocks_or_batches_in_most_launches_make_the_run_invalid(int batches, int blocks, string fewest)
    {
        var report = new SyntheticRun { Batches = batches, Blocks = blocks }
            .Tier("handler", [1, 1.05], [1, 1.0501], [1, 1.0499]).Report();

        Assert.Equal(Line("3 of 3", fewest), PrintedLine.Of(report, "too-few-blocks"));
        Assert.Equal(Verdict.Invalid, report.Tiers.Single().Find("async-local", Metric.Total)!.Verdict);
    }

    [Fact]
    public void Two_batches_of_five_blocks_are_enough() =>
        Assert.Null(PrintedLine.Of(
            new SyntheticRun { Batches = 2, Blocks = 5 }.Tier("handler", [1, 1.05], [1, 1.05]).Report(),
            "too-few-blocks"));

    [Fact]
    public void Blocks_with_a_collection_do_not_count_and_one_launch_of_three_only_warns()
    {
        // In launch 2 a collection fell into every slice of the control, but for those of the first batch.
        var report = Collected(launch: 2, batch => batch > 0);

        Assert.Equal(Line("1 of 3", "5 in 1 batch"), PrintedLine.Of(report, "too-few-blocks"));
        Assert.False(report.IsInvalid);
    }

    [Fact]
    public void A_launch_in_which_every_block_had_a_collection_leaves_nothing_to_compare()
    {
        var report = Collected(launch: 2, _ => true);

        Assert.Equal(Line("1 of 3", "0 in 0 batches"), PrintedLine.Of(report, "too-few-blocks"));
        Assert.True(report.IsInvalid);
        Assert.Empty(report.Comparisons);
    }

    private static RunResult Collected(int launch, Func<int, bool> isCollected) => new SyntheticRun()
        .Tier("kestrel", [1, 1.05], [1, 1.0501], [1, 1.0499])
        .EachBatch(batch =>
        {
            if (batch.Launch == launch && isCollected(batch.Batch))
                batch.Collected[1] = [0, 1, 2, 3, 4];
        })
        .Report();

    private static string Line(string launches, string fewest) =>
        $"too-few-blocks: {launches} launches have too few blocks for an error of their own, the fewest {fewest}, " +
        "of at least 10 in 2: use a longer --profile, fewer --variants or a shorter --slice";
}
