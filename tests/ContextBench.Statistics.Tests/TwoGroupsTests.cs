using MathNet.Numerics.Distributions;
using Xunit;

namespace ContextBench.Statistics.Tests;

public sealed class TwoGroupsTests
{
    [Fact]
    public void Costs_with_nothing_between_two_groups_are_two_groups() =>
        // ln(3.28 / 2.22) = 0.39; the groups are ln(2.22 / 2.18) = 0.018 and ln(3.32 / 3.28) = 0.012 wide.
        AssertGroups(new TwoGroups(2.2, 3, 3.3, 2), TwoGroups.Find([3.28, 2.2, 2.18, 3.32, 2.22]));

    [Theory]
    [InlineData(2.2, 2.2, 2.2, 2.2)] // all alike
    [InlineData(2.2, 2.2, 2.2, 3.3)] // one alone is an outlier
    [InlineData(2.2, 2.2, 2.5, 2.5)] // 13.6 % apart
    [InlineData(1.0, 1.5, 1.8, 2.7)] // the gap, ln 1.2 = 0.18, is narrower than the groups, ln 1.5 = 0.41
    [InlineData(2.2, 3.3, 3.3)] // too few for two of each
    public void Other_costs_are_one(params double[] costs) => Assert.Null(TwoGroups.Find(costs));

    [Fact]
    public void The_gap_is_half_as_wide_again_as_the_wider_group()
    {
        // Groups of ln 1.2; the gap is ln 1.2 times 1.49, then times 1.51.
        Assert.Null(TwoGroups.Find([1, 1.2, 1.2 * Math.Pow(1.2, 1.49), 1.44 * Math.Pow(1.2, 1.49)]));
        Assert.NotNull(TwoGroups.Find([1, 1.2, 1.2 * Math.Pow(1.2, 1.51), 1.44 * Math.Pow(1.2, 1.51)]));
    }

    [Fact]
    public void No_costs_are_no_groups() => Assert.Null(TwoGroups.Find([]));

    [Theory]
    [InlineData(6, 0.05, 0.002)]
    [InlineData(8, 0.05, 0.002)]
    [InlineData(6, 0.1, 0.05)]
    public void Launches_that_spread_as_they_do_rarely_look_like_two_groups(int launches, double spread, double most)
    {
        var random = new Random(1);
        var alarms = Enumerable.Range(0, 4_000).Count(_ => TwoGroups.Find(
            Enumerable.Range(0, launches).Select(_ => Math.Exp(Normal.Sample(random, 0, spread)))) is not null);

        Assert.InRange(alarms / 4_000.0, 0, most);
    }

    [Fact]
    public void Two_speeds_at_random_are_seen_where_both_occur_twice()
    {
        var random = new Random(1);
        var seen = Enumerable.Range(0, 2_000).Count(_ => TwoGroups.Find(Enumerable.Range(0, 8).Select(_ =>
            (random.Next(2) == 0 ? 2.2 : 3.3) * Math.Exp(Normal.Sample(random, 0, 0.03)))) is not null);

        Assert.InRange(seen / 2_000.0, 0.88, 1); // 0.93; of 8 both occur twice in 93 % of cases
    }

    private static void AssertGroups(TwoGroups expected, TwoGroups? found)
    {
        Assert.Equal((expected.LowCount, expected.HighCount), (found!.Value.LowCount, found.Value.HighCount));
        Assert.Equal(expected.Low, found.Value.Low, 9);
        Assert.Equal(expected.High, found.Value.High, 9);
    }
}
