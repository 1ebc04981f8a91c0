namespace ContextBench.Reporting.Reproduction;

/// <summary>The tables of what was compared: a row a runtime and pair.</summary>
internal static class ReproductionTable
{
    /// <summary>The table of a point of the emails' request: the article's row, then the others.</summary>
    /// <param name="point">The point.</param>
    /// <param name="parts">The parts at this point.</param>
    public static Table OfCost(ReproductionPoint point, IEnumerable<ReproductionPart> parts) => Table.Of<ComparedRow>(
        [
            .. point == ReproductionPoint.HalfWay
                ? []
                : new[] { ComparedRow.OfArticle(isAtItsPoint: point == ReproductionPoint.OperatingPoint) },
            .. parts.SelectMany(part => ComparedRow.Of(part, part.Pairs)),
        ])
        .Words("runtime", row => row.Runtime)
        .Words("compared", row => row.Compared)
        .WithDifference()
        .WithOverhead();

    /// <summary>The table of the article's point: the article's row, then the others.</summary>
    /// <param name="parts">The parts at this point.</param>
    public static Table OfArticle(IEnumerable<ReproductionPart> parts) => Table.Of<ComparedRow>(
        [ComparedRow.OfArticle(isAtItsPoint: true), .. parts.SelectMany(part => ComparedRow.Of(part, part.Pairs))])
        .Words("runtime", row => row.Runtime)
        .Words("compared", row => row.Compared)
        .WithDifference()
        .WithDifferenceInterval()
        .WithOverhead();

    /// <summary>The table of all depths, with the idiomatic ambient variant alone.</summary>
    /// <param name="parts">The parts at the depths.</param>
    public static Table OfDepths(IEnumerable<ReproductionPart> parts) => Table.Of(
        parts.SelectMany(part => ComparedRow.Of(part, part.IdiomaticPairs)))
        .Words("runtime", row => row.Runtime)
        .Numbers("depth", row => row.Depth)
        .Numbers("promises/request", row => row.Promises)
        .Words("compared", row => row.Compared)
        .WithDifference()
        .WithDifferenceInterval()
        .WithOverhead();

    private static Table<ComparedRow> WithDifference(this Table<ComparedRow> table) => table
        .Numbers("baseline µs/request", row => row.Cost.Baseline)
        .Numbers("difference", row => row.Cost.Difference);

    private static Table<ComparedRow> WithDifferenceInterval(this Table<ComparedRow> table) => table
        .Intervals("95 % interval, µs", row => row.Cost.DifferenceInterval);

    private static Table<ComparedRow> WithOverhead(this Table<ComparedRow> table) => table
        .Numbers("overhead", row => row.Cost.Overhead)
        .Intervals("95 % interval", row => row.Cost.Interval)
        .Words("verdict", row => row.Verdict)
        .Numbers("launches", row => row.Launches)
        .Words("A/A (control)", row => row.Control);
}
