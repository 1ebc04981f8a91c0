namespace ContextBench.Reporting.Charts;

/// <summary>A linear axis around 0, as far up as down.</summary>
/// <param name="End">Its upper end; its lower one is the same below 0.</param>
public sealed record LinearScale(double End)
{
    private const double Room = 1.08; // beyond the last value, so that it does not touch the edge
    private const int MostSteps = 3; // on a side

    /// <summary>The scale that has room for values.</summary>
    /// <param name="values">The values; there may be none.</param>
    public static LinearScale Of(IEnumerable<double> values)
    {
        var largest = values.Select(Math.Abs).DefaultIfEmpty().Max();
        return new LinearScale(largest > 0 ? largest * Room : 1);
    }

    /// <summary>Round numbers on the axis, from the lowest to the highest, 0 among them.</summary>
    public IEnumerable<double> RoundNumbers()
    {
        var step = Step();
        var steps = (int)Math.Floor((decimal)End / step);
        return Enumerable.Range(-steps, (2 * steps) + 1).Select(n => (double)(n * step));
    }

    // Decimals, since 3 · 0.1 is 0.3 in them.
    private decimal Step()
    {
        var decade = 1m;
        while (decade * 10 <= (decimal)End)
            decade *= 10;
        while (decade > (decimal)End)
            decade /= 10;
        decimal[] steps = [decade / 5, decade / 2, decade, decade * 2, decade * 5];
        return steps.First(step => (decimal)End / step < MostSteps + 1);
    }
}
