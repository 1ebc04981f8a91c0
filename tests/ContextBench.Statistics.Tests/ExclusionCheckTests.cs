using Xunit;

namespace ContextBench.Statistics.Tests;

public sealed class ExclusionCheckTests
{
    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0, 20, 1)]
    [InlineData(1, 1, 0.05)]
    [InlineData(1, 2, 0.0975)] // 1 − 0.95²
    [InlineData(2, 2, 0.0025)] // 0.05²
    [InlineData(2, 3, 0.00725)] // 3 · 0.05² · 0.95 + 0.05³
    [InlineData(3, 20, 0.0755)] // 1 − 0.3585 − 0.3774 − 0.1887
    [InlineData(4, 20, 0.0159)] // the same − 0.0596
    public void Its_probability_is_the_upper_tail_of_the_binomial_distribution(
        int excluding, int intervals, double expected) =>
        Assert.Equal(expected, ExclusionCheck.Probability(excluding, intervals), 0.00005);

    [Theory]
    [InlineData(1, 1, true)] // 5 % exactly
    [InlineData(2, 2, false)]
    [InlineData(1, 3, true)] // 1 − 0.95³ = 0.1426
    [InlineData(2, 3, false)]
    [InlineData(3, 20, true)]
    [InlineData(4, 20, false)]
    [InlineData(0, 0, true)]
    public void Chance_explains_what_it_does_in_5_of_100_cases_or_more(int excluding, int intervals, bool expected) =>
        Assert.Equal(expected, ExclusionCheck.IsChance(excluding, intervals));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(20, 3)]
    [InlineData(100, 9)] // P(X ≥ 9) = 0.0631, P(X ≥ 10) = 0.0282
    public void The_most_that_chance_explains_is_the_last_number_before_it_does_not(int intervals, int expected) =>
        Assert.Equal(expected, ExclusionCheck.MostByChance(intervals));

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(4, 3)]
    [InlineData(0, -1)]
    public void More_than_all_or_less_than_none_is_refused(int excluding, int intervals) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ExclusionCheck.Probability(excluding, intervals));
}
