using MathNet.Numerics.Distributions;
using Xunit;

namespace ContextBench.Statistics.Tests;

public sealed class PredecessorEffectsTests
{
    // Williams designs: every variant stands once in each place and follows each other variant equally often.
    private static readonly int[][] FourVariants = [[0, 1, 3, 2], [1, 2, 0, 3], [2, 3, 1, 0], [3, 0, 2, 1]];

    private static readonly int[][] ThreeVariants =
        [[0, 1, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0], [0, 2, 1], [1, 0, 2]];

    [Fact]
    public void A_known_leftover_is_found_exactly_where_there_is_no_noise()
    {
        // Variants cost 1, 2 and 3 ms, and a slice after variant 2 costs 1 % more.
        var batch = Batch(ThreeVariants, (variant, predecessor) =>
            1_000_000_000.0 * (variant + 1) * (predecessor == 2 ? 1.01 : 1));

        var effects = PredecessorEffects.OfLaunch([batch, batch]);

        // After 2 against after 0 and 1: ln 1.01. After 0 against after 1 and 2, dearer half of the time: −½ of it.
        Assert.NotNull(effects);
        Assert.Equal(Math.Log(1.01), effects[2], 1e-8);
        Assert.Equal(-Math.Log(1.01) / 2, effects[0], 1e-8);
        Assert.Equal(-Math.Log(1.01) / 2, effects[1], 1e-8);
    }

    [Fact]
    public void A_known_leftover_is_found_in_noise()
    {
        var effects = Simulate(leftover: 0.01);

        var found = effects[2];
        // 8 launches of 480 blocks with noise of 2 %: a standard error below 0.05 %.
        Assert.Equal(Math.Log(1.01), found.LogRatio, 0.002);
        Assert.True(found.Interval.Contains(Math.Log(1.01)));
        Assert.True(found.AdjustedPValue < 0.001);
        Assert.Equal([0, 1, 2, 3], effects.Select(effect => effect.Predecessor));
    }

    [Fact]
    public void Where_nothing_is_left_behind_nothing_is_found() =>
        Assert.All(Simulate(leftover: 0), effect =>
        {
            Assert.InRange(effect.LogRatio, -0.002, 0.002);
            Assert.True(effect.AdjustedPValue > 0.05);
        });

    [Fact]
    public void Slices_left_out_do_not_count()
    {
        // The slice of variant 0 in block 0 costs 100 times as much; it is left out, or its clock did not move.
        static double Cost(int variant, int predecessor) => 1_000_000 * (predecessor == 1 ? 1.01 : 1);
        var clean = Batch(FourVariants, Cost);
        long[][] dear = [.. clean.Costs.Select(costs => costs.ToArray())];
        dear[0][1] *= 100;
        bool[][] leftOut = [.. dear.Select(costs => new bool[costs.Length])];
        leftOut[0][1] = true;
        long[][] still = [.. dear.Select(costs => costs.ToArray())];
        still[0][1] = 0;

        var masked = PredecessorEffects.OfLaunch([clean, new OrderedBatch(FourVariants, dear, leftOut)]);

        Assert.Equal(masked, PredecessorEffects.OfLaunch([clean, new OrderedBatch(FourVariants, still)]));
        Assert.NotNull(masked);
        Assert.Equal(Math.Log(1.01), masked[1], 0.003);
    }

    [Fact]
    public void What_came_before_the_first_slice_of_a_block_does_not_count()
    {
        var batch = Batch(ThreeVariants, (_, _) => 1_000_000);
        long[][] dearFirst = [.. batch.Costs.Select(costs => costs.ToArray())];
        for (var block = 0; block < ThreeVariants.Length; block++)
            dearFirst[ThreeVariants[block][0]][block] *= 2;

        Assert.Equal([0, 0, 0], PredecessorEffects.OfLaunch([new OrderedBatch(ThreeVariants, dearFirst)])!);
    }

    [Fact]
    public void Two_variants_always_follow_each_other_so_nothing_can_be_said() =>
        Assert.Null(PredecessorEffects.OfLaunch([Batch([[0, 1], [1, 0]], (_, _) => 100)]));

    [Fact]
    public void Where_a_pair_never_occurs_nothing_can_be_said() =>
        Assert.Null(PredecessorEffects.OfLaunch([Batch([[0, 1, 2], [1, 2, 0]], (_, _) => 100)]));

    [Fact]
    public void The_interval_over_launches_is_the_t_interval_and_p_values_are_adjusted()
    {
        double[] ofFirst = [0.01, 0.02, 0.03], ofSecond = [0.01, -0.01, 0.001];

        var effects = PredecessorEffects.OverLaunches(
            [.. ofFirst.Zip(ofSecond, (first, second) => new[] { first, second })]);

        Assert.Equal(MeanInterval.Of(ofFirst, 0.95), effects[0].Interval);
        Assert.Equal(MeanInterval.Of(ofSecond, 0.95), effects[1].Interval);
        Assert.Equal(
            Holm.Adjust([StudentEstimate.OfMean(ofFirst).PValue, StudentEstimate.OfMean(ofSecond).PValue]),
            effects.Select(effect => effect.AdjustedPValue));
    }

    [Fact]
    public void Missing_or_unlike_batches_and_launches_are_refused()
    {
        Assert.Throws<ArgumentException>(() => PredecessorEffects.OfLaunch([]));
        Assert.Throws<ArgumentException>(() => PredecessorEffects.OfLaunch(
            [Batch(ThreeVariants, (_, _) => 1), Batch(FourVariants, (_, _) => 1)]));
        Assert.Throws<ArgumentException>(() => PredecessorEffects.OverLaunches([[0.1, 0.2, 0.3]]));
        Assert.Throws<ArgumentException>(() => PredecessorEffects.OverLaunches([[0.1, 0.2], [0.1]]));
        Assert.Throws<ArgumentException>(() => PredecessorEffects.OverLaunches([[0.1, 0.2], [0.1, double.NaN]]));
    }

    [Fact]
    public void Orders_costs_and_masks_that_do_not_fit_are_refused()
    {
        long[][] costs = [[1], [1], [1]];

        Assert.Throws<ArgumentException>(() => new OrderedBatch([], [[], [], []]));
        Assert.Throws<ArgumentException>(() => new OrderedBatch([[0, 1]], costs));
        Assert.Throws<ArgumentException>(() => new OrderedBatch([[0, 1, 1]], costs));
        Assert.Throws<ArgumentException>(() => new OrderedBatch([[0, 1, 2]], [[1], [1], [1, 2]]));
        Assert.Throws<ArgumentException>(() => new OrderedBatch([[0, 1, 2]], costs, [[true], [true]]));
        Assert.Throws<ArgumentException>(() => new OrderedBatch([[0, 1, 2]], costs, [[true], [true], []]));
    }

    private static IReadOnlyList<PredecessorEffect> Simulate(double leftover)
    {
        var random = new Random(5);
        int[][] orders = [.. Enumerable.Repeat(FourVariants, 8).SelectMany(orders => orders)];
        return PredecessorEffects.OverLaunches(
            [.. Enumerable.Range(0, 8).Select(_ => PredecessorEffects.OfLaunch([.. Launch()])!)]);

        // 15 batches of 32 blocks, each batch slower or faster than the others, and variants that cost 1 to 4 ms.
        IEnumerable<OrderedBatch> Launch() => Enumerable.Range(0, 15).Select(_ =>
        {
            var drift = Math.Exp(Normal.Sample(random, 0, 0.05));
            return Batch(orders, (variant, predecessor) =>
                1_000_000 * (variant + 1) * drift * (predecessor == 2 ? 1 + leftover : 1)
                * Math.Exp(Normal.Sample(random, 0, 0.02)));
        });
    }

    /// <summary>A batch of the cost, by variant and predecessor; −1 in the first place.</summary>
    private static OrderedBatch Batch(int[][] orders, Func<int, int, double> cost)
    {
        long[][] costs = [.. orders[0].Select(_ => new long[orders.Length])];
        for (var block = 0; block < orders.Length; block++)
        {
            var predecessor = -1;
            foreach (var variant in orders[block])
            {
                costs[variant][block] = (long)cost(variant, predecessor);
                predecessor = variant;
            }
        }

        return new OrderedBatch(orders, costs);
    }
}
