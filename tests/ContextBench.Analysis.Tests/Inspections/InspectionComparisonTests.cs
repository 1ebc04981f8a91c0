using ContextBench.Analysis.Inspections;
using Xunit;

namespace ContextBench.Analysis.Tests.Inspections;

public sealed class InspectionComparisonTests
{
    private static readonly InspectionComparison Comparison =
        new InspectionComparison(SyntheticInspection.Classic, SyntheticInspection.AsyncLocal);

    [Fact]
    public void Types_that_differ_come_with_the_largest_difference_first()
    {
        Assert.Equal([80, 64, 48, -24], Comparison.Differences.Select(type => type.Bytes));
        Assert.Equal([2, 1, 1, 0], Comparison.Differences.Select(type => type.Count));
        Assert.Equal(80 + 64 + 48 - 24, Comparison.TypedDifference);
        Assert.Equal(168, Comparison.CountedDifference);
    }

    [Fact]
    public void Types_that_are_equal_are_counted() =>
        Assert.Equal((2, 360L + 48), (Comparison.EqualTypes, Comparison.EqualBytes));

    [Fact]
    public void As_many_objects_of_other_sizes_are_a_difference()
    {
        var longer = SyntheticInspection.Classic with { Types = [new("System.String", 4, 368, 1)] };
        var shorter = SyntheticInspection.Classic with { Types = [new("System.String", 4, 360, 1)] };

        var type = Assert.Single(new InspectionComparison(shorter, longer).Differences);

        Assert.Equal((0, 8), (type.Count, type.Bytes));
    }

    [Fact]
    public void A_variant_does_not_differ_from_itself()
    {
        var same = new InspectionComparison(SyntheticInspection.Classic, SyntheticInspection.Classic);

        Assert.Empty(same.Differences);
        Assert.Equal(5, same.EqualTypes);
    }
}
