using Xunit;

namespace ContextBench.Statistics.Tests;

public sealed class MedianTests
{
    [Fact]
    public void The_median_is_the_middle_value_or_the_mean_of_the_two_in_the_middle()
    {
        Assert.Equal(2, Median.Of([3, 1, 2]));
        Assert.Equal(2.5, Median.Of([4, 1, 3, 2])); // (2 + 3) / 2
        Assert.Equal(7, Median.Of([7]));
    }

    [Fact]
    public void An_empty_sample_has_no_median() => Assert.Throws<ArgumentException>(() => Median.Of([]));

    [Fact]
    public void Of_values_of_which_some_are_not_known_the_others_count()
    {
        Assert.Equal(2.5, Median.OfKnown([4, null, 1])); // (1 + 4) / 2
        Assert.Null(Median.OfKnown([null]));
        Assert.Null(Median.OfKnown([]));
    }
}
