using ContextBench.Reporting.Charts;
using Xunit;

namespace ContextBench.Reporting.Tests.Charts;

public sealed class LinearScaleTests
{
    [Theory]
    [InlineData(0.19, new[] { -0.2, -0.1, 0, 0.1, 0.2 })] // ends at 0.2052: steps of 0.05 would be 4 a side
    [InlineData(3.1, new[] { -3.0, -2, -1, 0, 1, 2, 3 })]
    [InlineData(44, new[] { -40.0, -20, 0, 20, 40 })]
    public void Round_numbers_lie_on_both_sides_of_0(double largest, double[] expected) =>
        Assert.Equal(expected, LinearScale.Of([0.01, -largest]).RoundNumbers());

    [Fact]
    public void There_is_a_scale_without_values_too()
    {
        Assert.Equal(1, LinearScale.Of([]).End);
        Assert.Equal(1, LinearScale.Of([0, 0]).End);
    }
}
