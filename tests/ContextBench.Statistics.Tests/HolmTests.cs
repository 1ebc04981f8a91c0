using Xunit;

namespace ContextBench.Statistics.Tests;

public sealed class HolmTests
{
    [Fact]
    public void The_smallest_of_four_is_multiplied_by_four_and_the_next_by_three()
    {
        var adjusted = Holm.Adjust([0.01, 0.04, 0.03, 0.005]);

        // Ascending: 0.005 · 4 = 0.02; 0.01 · 3 = 0.03; 0.03 · 2 = 0.06; 0.04 · 1 = 0.04, raised to 0.06.
        Equal([0.03, 0.06, 0.06, 0.02], adjusted);
    }

    [Fact]
    public void An_adjusted_p_value_never_exceeds_one() =>
        // 0.4 · 3 = 1.2, capped; the others are raised to it.
        Equal([1, 1, 1], Holm.Adjust([0.9, 0.4, 0.5]));

    [Fact]
    public void Equal_p_values_are_adjusted_equally() =>
        // 0.01 · 3 = 0.03; 0.01 · 2 = 0.02, raised to 0.03; and again.
        Equal([0.03, 0.03, 0.03], Holm.Adjust([0.01, 0.01, 0.01]));

    [Fact]
    public void A_family_of_one_needs_no_adjustment() => Equal([0.04], Holm.Adjust([0.04]));

    [Fact]
    public void An_empty_family_has_no_p_values() => Assert.Empty(Holm.Adjust([]));

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_p_value_outside_zero_to_one_is_refused(double pValue) =>
        Assert.Throws<ArgumentException>(() => Holm.Adjust([0.5, pValue]));

    private static void Equal(double[] expected, IReadOnlyList<double> actual) =>
        Assert.Equal(expected, actual, (a, b) => Math.Abs(a - b) < 1e-15);
}
