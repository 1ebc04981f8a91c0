using Xunit;

namespace ContextBench.Statistics.Tests;

public sealed class TrimmedMeanTests
{
    [Fact]
    public void The_twenty_percent_trimmed_mean_drops_one_value_from_each_end_of_five() =>
        // 1 and 1000 go: (2 + 3 + 7) / 3 = 4
        Assert.Equal(4, TrimmedMean.Of([7, 1000, 2, 1, 3]), 12);

    [Fact]
    public void The_number_dropped_is_rounded_down() =>
        // 0.2 · 4 = 0.8, so none goes: (1 + 2 + 3 + 1000) / 4 = 251.5
        Assert.Equal(251.5, TrimmedMean.Of([1, 2, 3, 1000]), 12);

    [Fact]
    public void The_proportion_is_dropped_from_each_end_and_not_from_both_together() =>
        // 0.2 · 10 = 2 from each end: (3 + 4 + 5 + 6 + 7 + 8) / 6 = 5.5
        Assert.Equal(5.5, TrimmedMean.Of([-1000, -100, 3, 4, 5, 6, 7, 8, 2000, 3000]), 12);

    [Fact]
    public void It_agrees_with_the_self_awareness_data_of_Wilcox()
    {
        // Wilcox, Introduction to Robust Estimation: n = 19, mean 448, 20 % trimmed mean 283 = 3675 / 13.
        double[] seconds =
        [
            77, 87, 88, 114, 151, 210, 219, 246, 253, 262, 296, 299, 306, 376, 428, 515, 666, 1310, 2611,
        ];

        Assert.Equal(3675.0 / 13, TrimmedMean.Of(seconds), 10);
    }

    [Fact]
    public void A_single_value_is_its_own_mean() => Assert.Equal(3, TrimmedMean.Of([3]));

    [Fact]
    public void Identical_values_are_their_own_mean() => Assert.Equal(0.25, TrimmedMean.Of([0.25, 0.25, 0.25]));

    [Fact]
    public void An_infinite_value_that_is_trimmed_away_does_no_harm() =>
        // ∞ and 1 go: (2 + 3 + 4) / 3 = 3
        Assert.Equal(3, TrimmedMean.Of([double.PositiveInfinity, 1, 2, 3, 4]), 12);

    [Fact]
    public void An_infinite_value_that_survives_the_trimming_makes_the_mean_infinite() =>
        Assert.Equal(double.PositiveInfinity, TrimmedMean.Of([double.PositiveInfinity, 1]));

    [Fact]
    public void The_values_given_are_not_reordered()
    {
        double[] values = [3, 1, 2];

        TrimmedMean.Of(values);

        Assert.Equal([3, 1, 2], values);
    }

    [Fact]
    public void An_empty_sample_is_refused() => Assert.Throws<ArgumentException>(() => TrimmedMean.Of([]));

    [Fact]
    public void NaN_is_refused_even_where_it_would_be_trimmed_away() =>
        Assert.Throws<ArgumentException>(() => TrimmedMean.Of([1, 2, double.NaN, 3, 4]));
}
