using ContextBench.Reporting.Charts;
using Xunit;

namespace ContextBench.Reporting.Tests.Charts;

public sealed class AsinhScaleTests
{
    private static readonly AsinhScale Scale = new(0.3);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.003, 0.01)] // near 0 linear, in units of the bend
    [InlineData(0.3, 0.8814)] // ln(1 + √2)
    [InlineData(-0.3, -0.8814)]
    public void Values_of_either_sign_have_a_place(double value, double expected) =>
        Assert.Equal(expected, Scale.PositionOf(value), 0.0001);

    [Fact]
    public void Far_from_0_ten_times_as_much_is_as_far_as_on_a_logarithmic_axis() =>
        Assert.Equal(Math.Log(10), Scale.PositionOf(1000) - Scale.PositionOf(100), 0.0001);
}
